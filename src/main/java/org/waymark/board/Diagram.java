package org.waymark.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.standing.Standing;
import org.waymark.milestone.step.Step;

/** A diagram and what is marked in it; the marks are written out beside the picture for those who cannot see it. */
public record Diagram(String process, List<Mark> marks) {

    /** What an element's state looks like. */
    enum State {
        CURRENT,
        DONE
    }

    record Mark(String element, String name, State state) {}

    public static Diagram of(Standing.Whole project, List<Step> steps, String language) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        for (Standing.Now now : project.milestones()) {
            Milestone milestone = now.milestone();
            if (milestone.state().done() || milestone.state() == Milestone.State.OPEN) {
                State state = milestone.state().done() ? State.DONE : State.CURRENT;
                marks.put(milestone.element(), new Mark(milestone.element(), milestone.name(language), state));
            }
        }
        add(marks, steps, language);
        return new Diagram(project.project().template(), List.copyOf(marks.values()));
    }

    public static Diagram of(String process, List<Step> steps, String language) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        add(marks, steps, language);
        return new Diagram(process, List.copyOf(marks.values()));
    }

    /** Of an element gone through more than once the last time counts. */
    private static void add(Map<String, Mark> marks, List<Step> steps, String language) {
        for (Step step : steps) {
            if (step.state() == Step.State.OPEN) {
                marks.put(step.element(), new Mark(step.element(), step.name(language), State.CURRENT));
            } else if (step.state() == Step.State.DONE || step.state() == Step.State.LAPSED) {
                marks.put(step.element(), new Mark(step.element(), step.name(language), State.DONE));
            } else {
                marks.remove(step.element());
            }
        }
    }
}
