package org.waymark.milestone.form;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.identity.People;
import org.waymark.identity.Person;
import org.waymark.milestone.step.Assignments;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;

/** The office gives an open step to somebody else, or back to its group. */
@RestController
class AssignController {

    private static final Set<String> OFFICE = Set.of("office", "admin");
    private static final int LONGEST_REASON = 1000;

    private final Assignments assignments;
    private final Steps steps;
    private final StepRights rights;
    private final People people;
    private final MessageSource texts;

    AssignController(Assignments assignments, Steps steps, StepRights rights, People people, MessageSource texts) {
        this.assignments = assignments;
        this.steps = steps;
        this.rights = rights;
        this.people = people;
        this.texts = texts;
    }

    record Given(String person, String reason) {}

    @PostMapping("/ui/steps/{taskId}/assign")
    Map<String, Object> assign(@PathVariable String taskId, @RequestBody Given given) {
        if (people.groupsOf(rights.who()).stream().noneMatch(OFFICE::contains)) {
            throw rights.refused(HttpStatus.FORBIDDEN, "assign.office");
        }
        Step step = open(taskId);
        if (given.reason() == null || given.reason().isBlank()) {
            throw rights.refused(HttpStatus.BAD_REQUEST, "assign.reason");
        }
        if (given.reason().length() > LONGEST_REASON) {
            throw rights.refused(HttpStatus.BAD_REQUEST, "assign.long", LONGEST_REASON);
        }
        if (given.person() == null) {
            return toGroup(step, given.reason());
        }
        if (people.find(given.person()).filter(Person::active).isEmpty()) {
            throw rights.refused(HttpStatus.BAD_REQUEST, "assign.person", given.person());
        }
        give(step, given.person(), given.reason());
        String note = assignments.hasRole(step, given.person()) ? "" : say("assign.outsider", given.person());
        return Map.of("assignee", given.person(), "note", note);
    }

    private Map<String, Object> toGroup(Step step, String reason) {
        if (step.candidateGroup() == null) {
            throw rights.refused(HttpStatus.BAD_REQUEST, "assign.group");
        }
        give(step, null, reason);
        return Map.of("assignee", "", "note", "");
    }

    private Step open(String taskId) {
        try {
            Step step = steps.of(taskId);
            if (step.state() == Step.State.OPEN) {
                return step;
            }
        } catch (NoSuchElementException e) {
            // the same sentence for whoever asks: there is nothing to give
        }
        throw rights.refused(HttpStatus.CONFLICT, "step.gone");
    }

    private void give(Step step, String person, String reason) {
        try {
            assignments.assign(step.taskId(), person, reason);
        } catch (IllegalStateException ended) {
            // somebody submitted or returned it between our question and our answer
            throw rights.refused(HttpStatus.CONFLICT, "task.changed");
        }
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
