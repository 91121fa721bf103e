package org.waymark.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.PeriodPauses;
import org.waymark.engine.Refused;
import org.waymark.identity.SignedIn;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.template.Plain;

/** The step and the period somebody wants stopped or prolonged, locked in this order, and what is refused of both alike. */
@Component
class Watched {

    private final Steps steps;
    private final PeriodPauses periods;
    private final Projects projects;
    private final MessageSource texts;
    private final Clock clock;

    Watched(Steps steps, PeriodPauses periods, Projects projects, MessageSource texts, Clock clock) {
        this.steps = steps;
        this.periods = periods;
        this.projects = projects;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * The step, locked with all open ones of its case.
     *
     * @throws Refused if it has ended or its project does not run
     */
    Step open(String taskId) {
        steps.lockOpen(steps.of(taskId).instanceKey());
        Step step = steps.of(taskId);
        if (step.state() != Step.State.OPEN) {
            throw refused("supervision.ended", name(step));
        }
        Project project = projects.find(step.project()).orElseThrow();
        if (project.state() != Project.State.RUNNING) {
            throw refused("supervision.project", project.name(language()));
        }
        return step;
    }

    /** The period the step is due by, locked; empty if it is due by working days. */
    Optional<LegalPeriod> period(Step step) {
        return step.ruleCode() == null ? Optional.empty() : periods.lock(step.instanceKey(), step.ruleCode());
    }

    /** @throws Refused without any of them */
    void given(LocalDate day, String reason, String document) {
        if (day == null || !Plain.isYear(day)) {
            throw refused("supervision.day");
        }
        if (reason == null || reason.isBlank()) {
            throw refused("supervision.reason");
        }
        if (document == null || document.isBlank()) {
            throw refused("supervision.document");
        }
    }

    Refused refused(String key, Object... values) {
        return Refused.of(texts, key, values);
    }

    String rule(String code) {
        return texts.getMessage("deadline.rule." + code, null, code, LocaleContextHolder.getLocale());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    static String name(Step step) {
        return step.name(language());
    }

    static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    static String who() {
        return SignedIn.name().orElse("system");
    }
}
