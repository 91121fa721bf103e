package org.waymark.milestone.form;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.engine.Overtaken;
import org.waymark.identity.People;
import org.waymark.identity.Person;
import org.waymark.identity.SignedIn;
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
    private final People people;
    private final MessageSource texts;

    AssignController(Assignments assignments, Steps steps, People people, MessageSource texts) {
        this.assignments = assignments;
        this.steps = steps;
        this.people = people;
        this.texts = texts;
    }

    record Given(String person, String reason) {}

    /** Why it is not done, as a status and a sentence for the reader. */
    private static class NotGiven extends RuntimeException {
        private final HttpStatus status;

        NotGiven(HttpStatus status, String sentence) {
            super(sentence);
            this.status = status;
        }
    }

    @PostMapping("/ui/steps/{taskId}/assign")
    Map<String, Object> assign(@PathVariable String taskId, @RequestBody Given given) {
        if (people.groupsOf(SignedIn.name().orElseThrow()).stream().noneMatch(OFFICE::contains)) {
            throw refused(HttpStatus.FORBIDDEN, "assign.office");
        }
        Step step = open(taskId);
        if (given.reason() == null || given.reason().isBlank()) {
            throw refused(HttpStatus.BAD_REQUEST, "assign.reason");
        }
        if (given.reason().length() > LONGEST_REASON) {
            throw refused(HttpStatus.BAD_REQUEST, "assign.long", LONGEST_REASON);
        }
        if (given.person() == null) {
            return toGroup(step, given.reason());
        }
        if (people.find(given.person()).filter(Person::active).isEmpty()) {
            throw refused(HttpStatus.BAD_REQUEST, "assign.person", given.person());
        }
        assignments.assign(taskId, given.person(), given.reason());
        String note = assignments.hasRole(step, given.person()) ? "" : say("assign.outsider", given.person());
        return Map.of("assignee", given.person(), "note", note);
    }

    private Map<String, Object> toGroup(Step step, String reason) {
        if (step.candidateGroup() == null) {
            throw refused(HttpStatus.BAD_REQUEST, "assign.group");
        }
        assignments.assign(step.taskId(), null, reason);
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
        throw refused(HttpStatus.CONFLICT, "step.gone");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(NotGiven refused) {
        return ResponseEntity.status(refused.status).body(Map.of("message", refused.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(HttpMessageNotReadableException unreadable) {
        return on(refused(HttpStatus.BAD_REQUEST, "step.unreadable"));
    }

    /** Somebody submitted, returned or claimed it between our question and our answer. */
    @ExceptionHandler({
        Overtaken.class,
        IllegalStateException.class,
        ConcurrencyFailureException.class,
        DuplicateKeyException.class
    })
    ResponseEntity<Map<String, Object>> onOvertaken() {
        return on(refused(HttpStatus.CONFLICT, "task.changed"));
    }

    private NotGiven refused(HttpStatus status, String key, Object... values) {
        return new NotGiven(status, say(key, values));
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
