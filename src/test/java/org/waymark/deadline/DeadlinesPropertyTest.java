package org.waymark.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;

/** Ours against a deliberately slow second implementation, within the nine years it has lists for. */
class DeadlinesPropertyTest {

    private static final LocalDate FIRST = LocalDate.parse("2018-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");

    private final Deadlines deadlines = new Deadlines(new WorkCalendar(), new RuleCatalogue());
    private final SlowPeriods slow = new SlowPeriods();

    @Property
    void notLaterThan(
            @ForAll @DateRange(min = "2018-01-01", max = "2026-12-31") LocalDate anchor,
            @ForAll Unit unit,
            @ForAll @IntRange(max = 60) int n) {
        LocalDate due = ours(Kind.MAX, unit, n, anchor);
        Assume.that(known(due));
        assertThat(due).isEqualTo(slow.max(unit, n, anchor));
    }

    @Property
    void atLeast(
            @ForAll @DateRange(min = "2018-01-01", max = "2026-12-31") LocalDate anchor,
            @ForAll Unit unit,
            @ForAll @IntRange(max = 60) int n) {
        LocalDate lastDay = ours(Kind.MIN, unit, n, anchor);
        Assume.that(known(lastDay));
        assertThat(lastDay).isEqualTo(slow.min(unit, n, anchor));
    }

    @Property
    void atTheLatestBefore(
            @ForAll @DateRange(min = "2018-01-01", max = "2026-12-31") LocalDate event,
            @ForAll Unit unit,
            @ForAll @IntRange(max = 60) int n) {
        LocalDate latest = ours(Kind.BACK, unit, n, event);
        Assume.that(known(latest));
        assertThat(latest).isEqualTo(slow.back(unit, n, event));
    }

    @Property
    void openBetween(
            @ForAll @DateRange(min = "2018-01-01", max = "2026-12-31") LocalDate anchor,
            @ForAll Unit unit,
            @ForAll @IntRange(max = 60) int n) {
        LocalDate lastDay = ours(Kind.WINDOW, unit, n, anchor);
        Assume.that(known(lastDay));
        assertThat(lastDay).isEqualTo(slow.max(unit, n, anchor));
    }

    @Property
    void validAndTiersNeverRoll(
            @ForAll @DateRange(min = "2018-01-01", max = "2026-12-31") LocalDate anchor,
            @ForAll Unit unit,
            @ForAll @IntRange(max = 60) int n) {
        LocalDate end = ours(Kind.VALID, unit, n, anchor);
        Assume.that(known(end));
        assertThat(end).isEqualTo(slow.min(unit, n, anchor));
        assertThat(ours(Kind.TIER, unit, n, anchor)).isEqualTo(end);
    }

    /** Not by chance: a limit of one to thirty working days and days from every single day of the nine years. */
    @Example
    void everyDayOfTheNineYears() {
        for (LocalDate day = FIRST; day.isBefore(LocalDate.parse("2026-10-01")); day = day.plusDays(1)) {
            for (int n : new int[] {1, 5, 10, 15, 30}) {
                assertThat(ours(Kind.MAX, Unit.WD, n, day)).isEqualTo(slow.max(Unit.WD, n, day));
                assertThat(ours(Kind.MAX, Unit.D, n, day)).isEqualTo(slow.max(Unit.D, n, day));
                assertThat(ours(Kind.BACK, Unit.D, n, day.plusDays(60)))
                        .isEqualTo(slow.back(Unit.D, n, day.plusDays(60)));
            }
        }
    }

    private LocalDate ours(Kind kind, Unit unit, int n, LocalDate anchor) {
        return deadlines.compute(kind, unit, n, anchor, CalendarVersion.CURRENT).due();
    }

    private static boolean known(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
