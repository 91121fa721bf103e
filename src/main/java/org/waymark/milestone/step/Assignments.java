package org.waymark.milestone.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Engine;
import org.waymark.identity.People;
import org.waymark.identity.Person;
import org.waymark.milestone.log.ChangeLog;

/** Who does an open step: given to somebody else, or back to its group, always with a reason. */
@Service
public class Assignments {

    private final Steps steps;
    private final StepTable table;
    private final Entries entries;
    private final ChangeLog log;
    private final Engine engine;
    private final People people;
    private final Clock clock;

    Assignments(
            Steps steps, StepTable table, Entries entries, ChangeLog log, Engine engine, People people, Clock clock) {
        this.steps = steps;
        this.table = table;
        this.entries = entries;
        this.log = log;
        this.engine = engine;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Gives the step to {@code person}, null to its group. Without a change nothing is written.
     *
     * @throws IllegalStateException if the step is not open any more
     * @throws IllegalArgumentException without a reason, for a person who has left, or for a group where there is none
     */
    @Transactional
    public void assign(String taskId, String person, String reason) {
        Step step = steps.open(taskId);
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("Step %s is given to nobody without a reason".formatted(taskId));
        }
        if (person == null && step.candidateGroup() == null) {
            throw new IllegalArgumentException("Step %s has no group to go back to".formatted(taskId));
        }
        if (person != null && people.find(person).filter(Person::active).isEmpty()) {
            throw new IllegalArgumentException("Nobody active has the user name " + person);
        }
        if (Objects.equals(person, step.assignee())) {
            return;
        }
        // ours first: the engine's news of the change then finds nothing new to record, and the log has it once
        record(step, person, reason);
        engine.assign(taskId, person);
    }

    /** The step is {@code person}'s from now on, who goes over what the one before has filled in. */
    void record(Step step, String person, String reason) {
        table.assign(step.taskId(), person);
        entries.redraft(step);
        log.add(Steps.change(step, "step.assigned", step.assignee(), person, reason, LocalDate.now(clock)));
    }

    /** Whether the person has the role the step asks for, be it for another village. */
    public boolean hasRole(Step step, String person) {
        return step.candidateGroup() != null
                && people.groupsOf(person).contains(step.candidateGroup().replaceFirst("\\..*", ""));
    }
}
