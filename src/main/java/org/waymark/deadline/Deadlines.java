package org.waymark.deadline;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.pause.Pauses;

/**
 * Computes periods. The opening day is not counted (民法典 201); months and years end on the corresponding day or the
 * month's last (202); a last day that is a rest day rolls to the next workday (203), a make-up Saturday is none. A
 * period that must last (MIN), that something is valid for (VALID) or a bonus tier (TIER) is never rolled.
 */
@Service
public class Deadlines {

    public static final int LONGEST = 10_000;
    public static final Set<Kind> COMPUTABLE = EnumSet.complementOf(EnumSet.of(Kind.CONSTRAINT));

    private final WorkCalendar calendar;
    private final RuleCatalogue rules;

    public Deadlines(WorkCalendar calendar, RuleCatalogue rules) {
        this.calendar = calendar;
        this.rules = rules;
    }

    /**
     * The period of {@code n} units from (BACK: before) the anchor day.
     *
     * @throws IllegalArgumentException if {@code n} is not between 0 and 10,000, or the kind has no single end
     */
    public Computed compute(Kind kind, Unit unit, int n, LocalDate anchor, CalendarVersion version) {
        return compute(kind, unit, n, anchor, Roll.usual(kind, unit), version, Pauses.NONE, 0);
    }

    public Computed compute(Rule rule, LocalDate anchor, CalendarVersion version) {
        return compute(rule, anchor, version, Pauses.NONE, 0);
    }

    /**
     * The period of a rule that stood still during {@code pauses} and was prolonged. Days stood still are walked over in a
     * period of working days or days, and added to the corresponding day of one of months or years; so is what it was
     * prolonged by. A BACK period is counted from its event and neither stands still nor is prolonged.
     *
     * @param more what it was prolonged by: working days of a period in working days, else calendar days; 0 or more
     */
    public Computed compute(Rule rule, LocalDate anchor, CalendarVersion version, Pauses pauses, int more) {
        return compute(rule.kind(), rule.unit(), rule.n(), anchor, rule.roll(), version, pauses, more);
    }

    /**
     * The period of the version of a rule that was in force on the anchor day.
     *
     * @throws java.util.NoSuchElementException if the catalogue does not know the code at all
     */
    public Outcome compute(String rule, LocalDate anchor, CalendarVersion version) {
        return rules.inForce(rule, anchor)
                .<Outcome>map(found -> found.kind() == Kind.CONSTRAINT
                        ? new Constraint(found, anchor, calendar.onOrAfterWorkday(anchor, version))
                        : compute(found, anchor, version))
                .orElseGet(() -> new NoLimit(rule, anchor));
    }

    private Computed compute(
            Kind kind,
            Unit unit,
            int n,
            LocalDate anchor,
            Roll roll,
            CalendarVersion version,
            Pauses pauses,
            int more) {
        if (n < 0 || n > LONGEST) {
            throw new IllegalArgumentException("A period has 0 to %d units, not %d".formatted(LONGEST, n));
        }
        if (!COMPUTABLE.contains(kind)) {
            throw new IllegalArgumentException("A period of kind %s has no single end".formatted(kind));
        }
        LocalDate raw =
                kind == Kind.BACK ? before(anchor, unit, n, version) : after(anchor, unit, n, version, pauses, more);
        LocalDate due =
                switch (roll) {
                    case NONE -> raw;
                    case FORWARD -> calendar.onOrAfterWorkday(raw, version);
                    case BACK -> calendar.onOrBeforeWorkday(raw, version);
                };
        // Calendar days that are not rolled ask no notice; rolled ones ask only about their end.
        boolean provisional = unit == Unit.WD
                ? provisional(anchor, due, version)
                : roll != Roll.NONE && provisional(raw, due, version);
        return new Computed(kind, unit, n, anchor, raw, due, version, provisional);
    }

    /** The end moves over days stood still until no further one lies before it. */
    private LocalDate after(LocalDate day, Unit unit, int n, CalendarVersion version, Pauses pauses, int more) {
        LocalDate end = further(day, unit, n, more, version);
        for (int stood = -1, now = 0; stood != now; ) {
            stood = now;
            now = pauses.days(day, end, one -> unit != Unit.WD || calendar.isWorkday(one, version));
            end = further(day, unit, n, more + now, version);
        }
        return end;
    }

    private LocalDate further(LocalDate day, Unit unit, int n, int more, CalendarVersion version) {
        return unit == Unit.WD
                ? after(day, unit, n + more, version)
                : after(day, unit, n, version).plusDays(more);
    }

    private LocalDate after(LocalDate day, Unit unit, int n, CalendarVersion version) {
        return switch (unit) {
            case WD -> calendar.plusWorkdays(day, n, version);
            case D -> day.plusDays(n);
            case M -> day.plusMonths(n);
            case Y -> day.plusYears(n);
        };
    }

    private LocalDate before(LocalDate event, Unit unit, int n, CalendarVersion version) {
        return switch (unit) {
            case WD -> calendar.minusWorkdays(event, n, version);
            case D -> event.minusDays(n);
            case M -> event.minusMonths(n);
            case Y -> event.minusYears(n);
        };
    }

    private boolean provisional(LocalDate one, LocalDate other, CalendarVersion version) {
        return calendar.isProvisional(one, version) || calendar.isProvisional(other, version);
    }
}
