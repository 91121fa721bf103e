package org.waymark.deadline;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;

/**
 * Computes periods. The opening day is not counted (民法典 201); months end on the corresponding day or the month's last
 * (202); a last day that is a rest day rolls to the next workday (203). A period in working days needs no roll.
 */
@Service
public class Deadlines {

    static final int LONGEST = 10_000;

    private final WorkCalendar calendar;

    Deadlines(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * The period of {@code n} units from (BACK: before) the anchor day.
     *
     * @throws IllegalArgumentException if {@code n} is not between 0 and 10,000, or the kind has no single end yet
     */
    public Computed compute(Kind kind, Unit unit, int n, LocalDate anchor, CalendarVersion version) {
        if (n < 0 || n > LONGEST) {
            throw new IllegalArgumentException("A period has 0 to %d units, not %d".formatted(LONGEST, n));
        }
        return switch (kind) {
            case MAX -> forward(kind, unit, n, anchor, version, true);
            case MIN -> forward(kind, unit, n, anchor, version, false);
            case BACK -> back(unit, n, anchor, version);
            default -> throw new IllegalArgumentException("Kind %s has no single end".formatted(kind));
        };
    }

    public Computed compute(Rule rule, LocalDate anchor, CalendarVersion version) {
        return compute(rule.kind(), rule.unit(), rule.n(), anchor, version);
    }

    private Computed forward(Kind kind, Unit unit, int n, LocalDate anchor, CalendarVersion version, boolean roll) {
        LocalDate raw = unit == Unit.WD ? calendar.plusWorkdays(anchor, n, version) : plus(anchor, unit, n);
        LocalDate end = roll && unit != Unit.WD ? calendar.onOrAfterWorkday(raw, version) : raw;
        LocalDate due = kind == Kind.MIN ? end.plusDays(1) : end;
        return new Computed(kind, unit, n, anchor, raw, end, due, version, provisional(anchor, due));
    }

    // The law is silent on rest days here; the day before is the prudent reading.
    private Computed back(Unit unit, int n, LocalDate event, CalendarVersion version) {
        LocalDate raw = unit == Unit.WD ? calendar.minusWorkdays(event, n, version) : plus(event, unit, -n);
        LocalDate latest = unit == Unit.WD ? raw : calendar.onOrBeforeWorkday(raw, version);
        return new Computed(Kind.BACK, unit, n, event, raw, latest, latest, version, provisional(latest, event));
    }

    private static LocalDate plus(LocalDate day, Unit unit, int n) {
        return switch (unit) {
            case D, WD -> day.plusDays(n);
            case M -> day.plusMonths(n);
            case Y -> day.plusYears(n);
        };
    }

    private boolean provisional(LocalDate from, LocalDate to) {
        return calendar.isProvisional(from) || calendar.isProvisional(to);
    }
}
