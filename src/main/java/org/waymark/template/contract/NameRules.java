package org.waymark.template.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names: of the process, of its elements, and in English. */
final class NameRules {

    private static final Pattern ID = Pattern.compile(
            "(start|milestone|step|approval|do|call|decide|gateway|timer|message|boundary|group|end|flow)_[a-z][A-Za-z0-9]*");

    private NameRules() {}

    static List<Finding> check(Drawing drawing) {
        List<Finding> found = new ArrayList<>();
        Drawn process = drawing.process();
        if (!drawing.file().equals(process.id() + ".bpmn")) {
            found.add(Finding.of(process, "file", drawing.file(), process.id()));
        }
        if (!process.attr("isExecutable").equals("true")) {
            found.add(Finding.of(process, "executable"));
        }
        if (process.attr("camunda:historyTimeToLive").isBlank()) {
            found.add(Finding.of(process, "history"));
        }
        Stream.concat(drawing.nodes().stream(), drawing.flows().stream()).forEach(element -> {
            if (!ID.matcher(element.id()).matches()) {
                found.add(Finding.of(element, "id", element.id()));
            }
            if (!element.name().isEmpty() && element.property("en").isBlank()) {
                found.add(Finding.of(element, "english"));
            }
            if (element.is("scriptTask")) {
                found.add(Finding.of(element, "script"));
            }
        });
        return found;
    }
}
