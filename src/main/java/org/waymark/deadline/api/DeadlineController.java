package org.waymark.deadline.api;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Computed;
import org.waymark.deadline.Constraint;
import org.waymark.deadline.Deadlines;
import org.waymark.deadline.NoLimit;
import org.waymark.deadline.Outcome;
import org.waymark.deadline.Rule;
import org.waymark.deadline.RuleCatalogue;

/** Computes a period for other programs. */
@RestController
class DeadlineController {

    record Refusal(String field, String message) {}

    private final Deadlines deadlines;
    private final RuleCatalogue rules;
    private final WorkCalendar calendar;
    private final Explanations explanations;

    DeadlineController(Deadlines deadlines, RuleCatalogue rules, WorkCalendar calendar, Explanations explanations) {
        this.deadlines = deadlines;
        this.rules = rules;
        this.calendar = calendar;
        this.explanations = explanations;
    }

    @GetMapping("/api/v1/deadlines/compute")
    Answer compute(@RequestParam Map<String, String> parameters, Locale reader) {
        var asked = new Asked(parameters);
        return asked.byRule() ? byRule(asked, reader) : byPeriod(asked, reader);
    }

    private Answer byPeriod(Asked asked, Locale reader) {
        Computed computed =
                deadlines.compute(asked.kind(), asked.unit(), asked.n(), asked.anchor(), asked.calendar(calendar));
        return Answer.of(computed, explanations.of(computed, reader));
    }

    private Answer byRule(Asked asked, Locale reader) {
        String code = asked.rule(rules);
        LocalDate anchor = asked.anchor();
        CalendarVersion version = asked.calendar(calendar);
        Outcome outcome = deadlines.compute(code, anchor, version);
        String explanation = explanations.of(outcome, reader);
        if (outcome instanceof Computed computed) {
            Rule rule = rules.inForce(code, anchor).orElseThrow();
            return Answer.of(computed, explanation).by(rule, explanations.event(rule, reader));
        }
        if (outcome instanceof Constraint constraint) {
            Rule rule = constraint.rule();
            return Answer.of(constraint, version.toString(), explanation).by(rule, explanations.event(rule, reader));
        }
        return Answer.of((NoLimit) outcome, version.toString(), explanation);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Refusal refuse(BadInput bad, Locale reader) {
        return new Refusal(bad.field(), explanations.of(bad, reader));
    }
}
