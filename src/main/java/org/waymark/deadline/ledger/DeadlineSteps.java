package org.waymark.deadline.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Anchored;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.Holder;
import org.waymark.deadline.Kind;
import org.waymark.deadline.ledger.LegalPeriod.State;

/** What diagrams may ask of the deadline room, by the name {@code deadline}. A due day ends at 24:00 in Shanghai. */
@Component("deadline")
public class DeadlineSteps {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** Working days to register what was asked for in time, once its period was opened again. */
    static final int REGISTER = 3;

    private final PeriodLedger ledger;
    private final Anchored anchored;
    private final Anchors anchors;
    private final WorkCalendar calendar;
    private final Clock clock;

    DeadlineSteps(PeriodLedger ledger, Anchored anchored, Anchors anchors, WorkCalendar calendar, Clock clock) {
        this.ledger = ledger;
        this.anchored = anchored;
        this.anchors = anchors;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** {@code n} working days from today. */
    public Date workdays(int n) {
        return at(calendar.plusWorkdays(LocalDate.ofInstant(clock.instant(), SHANGHAI), n), LAST_SECOND);
    }

    /**
     * The last second of a rule's due day, and the period runs from now on; null, which the engine reads as no due date, if
     * no version was in force or the period stands still.
     */
    public Date due(String instanceKey, String rule) {
        return ledger.open(instanceKey, rule)
                .filter(period -> period.state() != State.PAUSED)
                .map(period -> at(period.dueOn(), LAST_SECOND))
                .orElse(null);
    }

    /** The same; {@code n} working days from today while its event has not happened or no version was in force then. */
    public Date dueOr(String instanceKey, String rule, int n) {
        Date due = anchored.hasBegun(instanceKey, rule) ? due(instanceKey, rule) : null;
        return due == null ? workdays(n) : due;
    }

    /** The first moment after the last day of a citizen's period, when it has lapsed. */
    public Date lapse(String instanceKey, String rule) {
        LegalPeriod period = required(instanceKey, rule);
        if (period.holder() != Holder.THEIRS) {
            throw new IllegalStateException(
                    "Rule %s of %s is held by %s and does not lapse".formatted(rule, instanceKey, period.holder()));
        }
        return lapse(period, anchors.reopenedOn(instanceKey, rule));
    }

    /** When timers that wait for these periods fire: a citizen's lapses, what has to last has elapsed. */
    public Map<LegalPeriod, Date> fire(Collection<LegalPeriod> periods) {
        Map<String, Map<String, LocalDate>> reopened = anchors.reopenedOn(
                periods.stream().map(LegalPeriod::instanceKey).distinct().toList());
        Map<LegalPeriod, Date> moments = new HashMap<>();
        for (LegalPeriod period : periods) {
            Optional<LocalDate> day = Optional.ofNullable(
                    reopened.getOrDefault(period.instanceKey(), Map.of()).get(period.rule()));
            moments.put(period, period.holder() == Holder.THEIRS ? lapse(period, day) : elapsed(period));
        }
        return moments;
    }

    private Date lapse(LegalPeriod period, Optional<LocalDate> reopenedOn) {
        LocalDate over = period.dueOn().plusDays(1);
        // opened again after it ran out: a few days to register what came in time, and not a day more for the citizen
        LocalDate registered = reopenedOn
                .map(day -> calendar.plusWorkdays(day, REGISTER).plusDays(1))
                .filter(day -> day.isAfter(over))
                .orElse(over);
        return at(registered, LocalTime.MIDNIGHT);
    }

    /** The first moment after a MIN or VALID period has fully elapsed. */
    public Date elapsed(String instanceKey, String rule) {
        return elapsed(required(instanceKey, rule));
    }

    private static Date elapsed(LegalPeriod period) {
        if (period.kind() != Kind.MIN && period.kind() != Kind.VALID) {
            throw new IllegalStateException("A %s period of %s by rule %s does not elapse"
                    .formatted(period.kind(), period.instanceKey(), period.rule()));
        }
        return at(period.dueOn().plusDays(1), LocalTime.MIDNIGHT);
    }

    /**
     * Whether the rule was in force on its anchor date and its project has not settled that it does not apply; a gateway
     * asks before a timer that would have no date. Before the event, the law of today counts.
     */
    public boolean applies(String instanceKey, String rule) {
        return anchored.hasBegun(instanceKey, rule)
                ? anchored.inForce(instanceKey, rule).isPresent()
                : anchored.on(LocalDate.ofInstant(clock.instant(), SHANGHAI), instanceKey, rule)
                        .isPresent();
    }

    private LegalPeriod required(String instanceKey, String rule) {
        return ledger.open(instanceKey, rule).orElseThrow(() -> new NoRuleInForce(instanceKey, rule));
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
