package org.waymark.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;

/** What diagrams may ask of the deadline room, by the name {@code deadline}. A due day ends at 24:00. */
@Component("deadline")
public class DeadlineSteps {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final Deadlines deadlines;
    private final RuleCatalogue rules;
    private final Anchors anchors;
    private final WorkCalendar calendar;
    private final Clock clock;

    DeadlineSteps(Deadlines deadlines, RuleCatalogue rules, Anchors anchors, WorkCalendar calendar, Clock clock) {
        this.deadlines = deadlines;
        this.rules = rules;
        this.anchors = anchors;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** {@code n} working days from today. */
    public Date workdays(int n) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return at(calendar.plusWorkdays(today, n), LAST_SECOND);
    }

    /** The last day of a MAX rule; null, which is no due date, if no such rule was in force on the anchor date. */
    public Date due(String instanceKey, String rule) {
        LocalDate anchor = anchor(instanceKey, rule);
        return rules.inForce(rule, anchor)
                .map(found -> at(
                        deadlines
                                .compute(found, anchor, CalendarVersion.CURRENT)
                                .due(),
                        LAST_SECOND))
                .orElse(null);
    }

    /** The first moment after the last day, when a citizen's right has lapsed. */
    public Date lapse(String instanceKey, String rule) {
        return at(computed(instanceKey, rule).lastDay().plusDays(1), LocalTime.MIDNIGHT);
    }

    /** The first moment after a MIN period has fully elapsed. */
    public Date elapsed(String instanceKey, String rule) {
        return at(computed(instanceKey, rule).due(), LocalTime.MIDNIGHT);
    }

    /** Whether the rule was in force on its anchor date; a gateway asks before a timer that would have no date. */
    public boolean applies(String instanceKey, String rule) {
        return rules.inForce(rule, anchor(instanceKey, rule)).isPresent();
    }

    private Computed computed(String instanceKey, String rule) {
        LocalDate anchor = anchor(instanceKey, rule);
        Rule found = rules.inForce(rule, anchor)
                .orElseThrow(() -> new IllegalStateException(
                        "Rule %s was not in force on %s (%s)".formatted(rule, anchor, instanceKey)));
        return deadlines.compute(found, anchor, CalendarVersion.CURRENT);
    }

    private LocalDate anchor(String instanceKey, String rule) {
        String event = rules.anchorOf(rule);
        return anchors.latest(instanceKey, event)
                .orElseThrow(() -> new IllegalStateException(
                        "%s: rule %s runs from '%s', which was not recorded".formatted(instanceKey, rule, event)));
    }

    private Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(clock.getZone()).toInstant());
    }
}
