package org.waymark.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Standing;

/** What is marked in a diagram: {@code current} or {@code done}, by element. */
final class Diagram {

    private static final String CURRENT = "current";
    private static final String DONE = "done";

    private Diagram() {}

    static Map<String, String> ofMilestones(List<Standing.Now> milestones) {
        Map<String, String> marks = new LinkedHashMap<>();
        for (Standing.Now now : milestones) {
            Milestone milestone = now.milestone();
            if (milestone.state() == Milestone.State.OPEN) {
                marks.put(milestone.element(), CURRENT);
            } else if (milestone.state().done()) {
                marks.put(milestone.element(), DONE);
            }
        }
        return marks;
    }

    static Map<String, String> ofSteps(Map<String, String> states) {
        Map<String, String> marks = new LinkedHashMap<>();
        states.forEach((element, state) -> {
            if (state.equals("OPEN")) {
                marks.put(element, CURRENT);
            } else if (state.equals("DONE")) {
                marks.put(element, DONE);
            }
        });
        return marks;
    }
}
