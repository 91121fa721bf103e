package org.waymark.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.pause.Pauses;
import org.waymark.deadline.pause.Pauses.Stretch;

/** Periods that stood still and were prolonged, against a count of one day after the other. */
class PausedPeriodsTest {

    private static final LocalDate LAST = LocalDate.parse("2026-12-31");

    private final Deadlines deadlines = new Deadlines(new WorkCalendar(), new RuleCatalogue());
    private final SlowPeriods slow = new SlowPeriods();

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void daysStoodStillAreNotCounted(
            @ForAll @DateRange(min = "2018-01-01", max = "2025-06-30") LocalDate anchor,
            @ForAll Unit unit,
            @ForAll @IntRange(max = 40) int units,
            @ForAll @IntRange(min = -20, max = 50) int first,
            @ForAll @IntRange(max = 40) int length,
            @ForAll @IntRange(max = 30) int gap,
            @ForAll @IntRange(max = 40) int secondLength,
            @ForAll @IntRange(max = 30) int more) {
        // a year or two, not forty: the lists end in 2026
        int n = unit == Unit.Y ? units % 3 : unit == Unit.M ? units % 13 : units;
        LocalDate paused = anchor.plusDays(first);
        LocalDate again = paused.plusDays(length + gap);
        var pauses = new Pauses(List.of(
                new Stretch(again, again.plusDays(secondLength)), new Stretch(paused, paused.plusDays(length))));
        LocalDate due = ours(unit, n, anchor, pauses, more);
        Assume.that(!due.isAfter(LAST));
        assertThat(due).isEqualTo(counted(unit, n, anchor, pauses, more));
    }

    private LocalDate counted(Unit unit, int n, LocalDate anchor, Pauses pauses, int more) {
        long left = unit == Unit.M || unit == Unit.Y
                ? ChronoUnit.DAYS.between(anchor, slow.min(unit, n, anchor)) + more
                : n + more;
        LocalDate day = anchor;
        while (left > 0) {
            day = day.plusDays(1);
            LocalDate one = day;
            boolean still = pauses.all().stream()
                    .anyMatch(stretch -> one.isAfter(stretch.pausedOn()) && one.isBefore(stretch.resumedOn()));
            left -= still || unit == Unit.WD && slow.rest(day) ? 0 : 1;
        }
        while (unit != Unit.WD && slow.rest(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    @Example
    void pausedTwiceOnOneDayDoesNotOverlap() {
        LocalDate day = LocalDate.parse("2018-01-01");
        var pauses = new Pauses(List.of(new Stretch(day, day.plusDays(1)), new Stretch(day, day)));
        assertThat(pauses.all()).hasSize(2);
    }

    @Example
    void theDayItIsPausedAndTheDayItGoesOnBothCount() {
        LocalDate tuesday = LocalDate.parse("2021-06-01");
        LocalDate bare = ours(Unit.WD, 20, tuesday, Pauses.NONE, 0);
        assertThat(bare).isEqualTo("2021-06-30");
        assertThat(ours(Unit.WD, 20, tuesday, pause("2021-06-08", "2021-06-09"), 0))
                .isEqualTo(bare);
        // 9, 10 and 11 June are left out; 12 to 14 are days off
        assertThat(ours(Unit.WD, 20, tuesday, pause("2021-06-08", "2021-06-15"), 0))
                .isEqualTo("2021-07-05");
        // 9 to 14 June are six days
        assertThat(ours(Unit.D, 30, tuesday, pause("2021-06-08", "2021-06-15"), 0))
                .isEqualTo("2021-07-07");
        // 1 September and six days
        assertThat(ours(Unit.M, 3, tuesday, pause("2021-06-08", "2021-06-15"), 0))
                .isEqualTo("2021-09-07");
    }

    @Example
    void pausesThatOverlapAreRefused() {
        var first = new Stretch(LocalDate.parse("2021-06-08"), LocalDate.parse("2021-06-15"));
        assertThatThrownBy(() -> new Pauses(
                        List.of(first, new Stretch(LocalDate.parse("2021-06-14"), LocalDate.parse("2021-06-18")))))
                .hasMessageContaining("overlap");
        assertThatThrownBy(() -> new Stretch(LocalDate.parse("2021-06-15"), LocalDate.parse("2021-06-14")))
                .hasMessageContaining("resumed on 2021-06-14");
    }

    private static Pauses pause(String from, String to) {
        return new Pauses(List.of(new Stretch(LocalDate.parse(from), LocalDate.parse(to))));
    }

    private LocalDate ours(Unit unit, int n, LocalDate anchor, Pauses pauses, int more) {
        var rule = new Rule(
                "TEST",
                Kind.MAX,
                Holder.OURS,
                n,
                unit,
                "event",
                Roll.usual(Kind.MAX, unit),
                "",
                LocalDate.parse("2000-01-01"),
                null,
                "custom",
                "",
                null,
                Set.of());
        return deadlines
                .compute(rule, anchor, CalendarVersion.CURRENT, pauses, more)
                .due();
    }
}
