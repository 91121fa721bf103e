package org.waymark.milestone.form;

import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.waymark.identity.People;
import org.waymark.identity.SignedIn;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;

/** Who may read and who may fill in a step: the assignee writes; who could claim it, and those who oversee, read. */
@Component
class StepRights {

    private static final Set<String> OVERSEERS = Set.of("leaders", "office", "admin");

    private final Steps steps;
    private final People people;
    private final MessageSource texts;

    StepRights(Steps steps, People people, MessageSource texts) {
        this.steps = steps;
        this.people = people;
        this.texts = texts;
    }

    /** Something asked for is not possible now; the message is a sentence for the reader. */
    static class StepRefused extends RuntimeException {
        private final HttpStatus status;

        StepRefused(HttpStatus status, String sentence) {
            super(sentence);
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }

    Step readable(String taskId) {
        Step step = known(taskId);
        if (!mayRead(step)) {
            throw refused("step.notYours");
        }
        return step;
    }

    boolean mayRead(Step step) {
        Set<String> groups = people.groupsOf(who());
        return step.isFor(who(), groups) || groups.stream().anyMatch(OVERSEERS::contains);
    }

    /** A step the reader has just done, which is nobody's to fill in any more. */
    Step mine(String taskId) {
        Step step = known(taskId);
        if (!who().equals(step.assignee())) {
            throw refused("step.notYours");
        }
        return step;
    }

    Step writable(String taskId) {
        Step step = known(taskId);
        if (step.state() != Step.State.OPEN) {
            throw refused("step.gone");
        }
        if (!mayWrite(step)) {
            throw refused("step.notYours");
        }
        return step;
    }

    boolean mayWrite(Step step) {
        return step.state() == Step.State.OPEN && who().equals(step.assignee());
    }

    String who() {
        return SignedIn.name().orElseThrow();
    }

    StepRefused refused(String key) {
        return refused(HttpStatus.FORBIDDEN, key);
    }

    StepRefused refused(HttpStatus status, String key, Object... values) {
        return new StepRefused(status, texts.getMessage(key, values, LocaleContextHolder.getLocale()));
    }

    private Step known(String taskId) {
        try {
            return steps.of(taskId);
        } catch (NoSuchElementException e) {
            throw refused("step.gone");
        }
    }
}
