package org.waymark.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;

/** What diagrams may ask of the deadline room, by the name {@code deadline}. A due day ends at 24:00 in Shanghai. */
@Component("deadline")
public class DeadlineSteps {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** Working days to register what was asked for in time, once its period was opened again. */
    static final int REGISTER = 3;

    private final Deadlines deadlines;
    private final Anchored anchored;
    private final Anchors anchors;
    private final WorkCalendar calendar;
    private final Clock clock;

    DeadlineSteps(Deadlines deadlines, Anchored anchored, Anchors anchors, WorkCalendar calendar, Clock clock) {
        this.deadlines = deadlines;
        this.anchored = anchored;
        this.anchors = anchors;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** {@code n} working days from today. */
    public Date workdays(int n) {
        return at(calendar.plusWorkdays(LocalDate.ofInstant(clock.instant(), SHANGHAI), n), LAST_SECOND);
    }

    /** The last second of a rule's due day; null, which the engine reads as no due date, if none was in force. */
    public Date due(String instanceKey, String rule) {
        return anchored.inForce(instanceKey, rule)
                .map(found -> at(compute(found).due(), LAST_SECOND))
                .orElse(null);
    }

    /** The same; {@code n} working days from today while its event has not happened or no version was in force then. */
    public Date dueOr(String instanceKey, String rule, int n) {
        Date due = anchored.hasBegun(instanceKey, rule) ? due(instanceKey, rule) : null;
        return due == null ? workdays(n) : due;
    }

    /** The first moment after the last day of a citizen's period, when it has lapsed. */
    public Date lapse(String instanceKey, String rule) {
        var found = required(instanceKey, rule);
        if (found.rule().holder() != Holder.THEIRS) {
            throw new IllegalStateException("Rule %s of %s is held by %s and does not lapse"
                    .formatted(rule, instanceKey, found.rule().holder()));
        }
        LocalDate over = compute(found).lastDay().plusDays(1);
        // opened again after it ran out: a few days to register what came in time, and not a day more for the citizen
        LocalDate registered = anchors.reopenedOn(instanceKey, rule)
                .map(day -> calendar.plusWorkdays(day, REGISTER).plusDays(1))
                .filter(day -> day.isAfter(over))
                .orElse(over);
        return at(registered, LocalTime.MIDNIGHT);
    }

    /** The first moment after a MIN or VALID period has fully elapsed. */
    public Date elapsed(String instanceKey, String rule) {
        return at(compute(required(instanceKey, rule)).earliest(), LocalTime.MIDNIGHT);
    }

    /** Whether the rule was in force on its anchor date; a gateway asks before a timer that would have no date. */
    public boolean applies(String instanceKey, String rule) {
        return anchored.inForce(instanceKey, rule).isPresent();
    }

    private Anchored.Period required(String instanceKey, String rule) {
        Optional<Anchored.Period> found = anchored.inForce(instanceKey, rule);
        return found.orElseThrow(() -> new NoRuleInForce(instanceKey, rule));
    }

    private Computed compute(Anchored.Period period) {
        return deadlines.compute(period.rule(), period.anchor(), CalendarVersion.CURRENT);
    }

    private static Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(SHANGHAI).toInstant());
    }

    /**
     * A timer asked for a period by a rule of which no version was in force on its anchor's day. Whoever typed that day reads
     * the sentence; a diagram for which such days are right asks {@code deadline.applies} first.
     */
    static class NoRuleInForce extends IllegalStateException implements MessageSourceResolvable {

        private final transient Object[] arguments;

        NoRuleInForce(String instanceKey, String rule) {
            super("%s: no version of rule %s was in force on its anchor date; ask deadline.applies before the timer"
                    .formatted(instanceKey, rule));
            this.arguments = new Object[] {rule};
        }

        @Override
        public String[] getCodes() {
            return new String[] {"deadline.noneInForce"};
        }

        @Override
        public Object[] getArguments() {
            return arguments.clone();
        }
    }
}
