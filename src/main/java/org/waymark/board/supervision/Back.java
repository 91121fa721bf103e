package org.waymark.board.supervision;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;
import org.waymark.milestone.step.Step;

/** The page a step is shown on: its object's, or the record of its project. */
final class Back {

    private Back() {}

    static String to(Step step) {
        String project = "/projects/" + part(step.project());
        return step.objectNo() == null ? project + "/record" : project + "/objects/" + part(step.objectNo());
    }

    private static String part(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }
}
