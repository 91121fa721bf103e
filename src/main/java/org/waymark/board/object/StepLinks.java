package org.waymark.board.object;

import org.springframework.stereotype.Component;
import org.waymark.identity.People;
import org.waymark.identity.SignedIn;
import org.waymark.milestone.step.Step;

/** The way from a step to its task in Tasklist; templates ask it by the name {@code stepLinks}. */
@Component("stepLinks")
public class StepLinks {

    private static final String TASK = "/camunda/app/tasklist/default/#/?task=";

    private final People people;

    StepLinks(People people) {
        this.people = people;
    }

    /** Where the reader does the step, who has it or may claim it; null for everybody else, and where nothing is done now. */
    public String to(StepRow row) {
        Step step = row.step();
        String who = SignedIn.name().orElse("");
        return row.open() && !row.still() && step.isFor(who, people.groupsOf(who)) ? TASK + step.taskId() : null;
    }
}
