package org.waymark.milestone.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.identity.People;
import org.waymark.identity.TownNames;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Recorded;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;

/** How a step came to be there, and what came after it. */
@Component
class StepTrail {

    private final ChangeLog log;
    private final Steps steps;
    private final People people;
    private final TownNames town;

    StepTrail(ChangeLog log, Steps steps, People people, TownNames town) {
        this.log = log;
        this.steps = steps;
        this.people = people;
        this.town = town;
    }

    /** A return to this step. */
    record SentBack(String by, LocalDate on, String reason, String from) {}

    /** What became of a step, and what is open behind it now: the name of each and who has to act. */
    record After(String object, String name, String state, List<Next> next) {}

    record Next(String name, String who) {}

    /** The return this round of the step is there for; empty once it was submitted again. */
    Optional<SentBack> sentBack(Step step) {
        if (step.state() != Step.State.OPEN || step.round() == 1) {
            return Optional.empty();
        }
        Recorded back = null;
        for (Recorded row : log.of(step.instanceKey())) {
            boolean returned = row.what().equals("step.returned");
            if (returned && step.element().equals(row.newValue())) {
                back = row;
            } else if (step.element().equals(row.subject())
                    && (returned || row.what().equals("step.done"))) {
                back = null;
            }
        }
        return Optional.ofNullable(back)
                .map(row -> new SentBack(
                        person(row.who()), row.happenedOn(), row.reason(), name(step.instanceKey(), row.subject())));
    }

    After after(Step step) {
        List<Next> next = new ArrayList<>();
        for (Step other : steps.ofInstance(step.instanceKey())) {
            if (other.state() == Step.State.OPEN && !other.taskId().equals(step.taskId())) {
                next.add(new Next(other.name(language()), actor(other)));
            }
        }
        return new After(step.objectNo(), step.name(language()), step.state().name(), next);
    }

    private String actor(Step step) {
        if (step.assignee() != null) {
            return person(step.assignee());
        }
        return step.candidateGroup() == null ? "" : town.group(step.candidateGroup(), locale());
    }

    private String name(String instanceKey, String element) {
        return steps.ofInstance(instanceKey).stream()
                .filter(step -> step.element().equals(element))
                .map(step -> step.name(language()))
                .findFirst()
                .orElse("");
    }

    private String person(String id) {
        return people.find(id).map(person -> person.name(language())).orElse(id);
    }

    private static String language() {
        return locale().getLanguage();
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
