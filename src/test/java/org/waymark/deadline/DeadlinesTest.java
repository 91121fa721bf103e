package org.waymark.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;

class DeadlinesTest {

    private final Deadlines deadlines = new Deadlines(new WorkCalendar(), new RuleCatalogue());

    @ParameterizedTest(name = "at least {1} {0} from {2}: last day {3}, then {4}")
    @CsvSource({
        "D,  7,  2021-06-15, 2021-06-22, 2021-06-23",
        "D,  7,  2021-06-05, 2021-06-12, 2021-06-13", // ends on a holiday and stays there
        "D,  30, 2021-09-03, 2021-10-03, 2021-10-04",
        "WD, 10, 2025-04-25, 2025-05-13, 2025-05-14",
        "WD, 10, 2021-09-24, 2021-10-13, 2021-10-14",
        "M,  1,  2021-01-31, 2021-02-28, 2021-03-01",
        "Y,  1,  2020-02-29, 2021-02-28, 2021-03-01",
        "D,  0,  2021-06-15, 2021-06-15, 2021-06-16",
    })
    void aMinimumIsNeverRolledAndEndsTheDayBeforeTheNextStep(
            Unit unit, int n, LocalDate anchor, LocalDate lastDay, LocalDate earliest) {
        var computed = compute(Kind.MIN, unit, n, anchor);
        assertThat(computed.lastDay()).isEqualTo(lastDay);
        assertThat(computed.due()).isEqualTo(lastDay);
        assertThat(computed.earliest()).isEqualTo(earliest);
    }

    @ParameterizedTest(name = "at least {1} {0} before {2}: {3} at the latest")
    @CsvSource({
        "D,  15, 2021-05-06, 2021-04-21",
        "D,  7,  2021-10-12, 2021-09-30", // 10-05 is a holiday
        "D,  10, 2021-02-27, 2021-02-10", // 02-17 is a holiday
        "D,  5,  2021-02-25, 2021-02-20", // a make-up Saturday stays
        "D,  3,  2021-06-16, 2021-06-11",
        "WD, 3,  2021-10-11, 2021-09-30", // 10-09 (Sat) and 10-08 are workdays
        "M,  1,  2021-03-31, 2021-02-26", // 02-28 is a Sunday
        "Y,  1,  2021-02-28, 2020-02-28",
    })
    void aLeadTimeIsCountedBackAndMovesToTheWorkdayBefore(Unit unit, int n, LocalDate event, LocalDate latest) {
        var computed = compute(Kind.BACK, unit, n, event);
        assertThat(computed.latest()).isEqualTo(latest);
        assertThat(computed.due()).isEqualTo(latest);
    }

    @Test
    void aKindShowsOnlyTheDaysItHas() {
        var anchor = LocalDate.parse("2021-06-15");
        assertThatIllegalStateException()
                .isThrownBy(() -> compute(Kind.MAX, Unit.D, 10, anchor).earliest());
        assertThatIllegalStateException()
                .isThrownBy(() -> compute(Kind.BACK, Unit.D, 10, anchor).lastDay());
        assertThatIllegalStateException()
                .isThrownBy(() -> compute(Kind.MIN, Unit.D, 10, anchor).latest());
    }

    @ParameterizedTest(name = "{0} {2} {1} from {3} provisional: {4}")
    @CsvSource({
        "MAX,  WD, 10, 2026-12-25, true",
        "MAX,  D,  10, 2026-12-25, true",
        "MAX,  D,  5,  2026-12-25, false",
        "MIN,  D,  30, 2026-12-25, false", // asks no holiday at all
        "BACK, WD, 10, 2027-01-05, true",
    })
    void whatRestsOnAYearWithoutNoticeSaysSo(Kind kind, Unit unit, int n, LocalDate anchor, boolean provisional) {
        assertThat(compute(kind, unit, n, anchor).provisional()).isEqualTo(provisional);
    }

    /** 2021-08-01 is a Sunday: what is valid for three months is so to that day and no longer. */
    @Test
    void whatIsValidForAWhileEndsOnItsDayEvenIfThatIsARestDay() {
        Computed start = compute(Kind.VALID, Unit.M, 3, LocalDate.parse("2021-05-01"));
        assertThat(start.due()).isEqualTo("2021-08-01");
        assertThat(start.earliest()).isEqualTo("2021-08-02");
    }

    @Test
    void whatTheLawForbidsHasNoEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compute(Kind.CONSTRAINT, Unit.D, 1, LocalDate.parse("2021-06-15")))
                .withMessageContaining("CONSTRAINT");
    }

    @Test
    void aWindowOpensTheDayAfterItsEventAndItsLastDayRolls() {
        Computed window = compute(Kind.WINDOW, Unit.M, 3, LocalDate.parse("2021-07-02"));
        assertThat(window.opens()).isEqualTo("2021-07-03");
        assertThat(window.lastDay()).isEqualTo("2021-10-08"); // 2 October is within the holiday of a week
    }

    @Test
    void aTierEndsOnARestDayIfItsPlanSaysSo() {
        assertThat(compute(Kind.TIER, Unit.D, 10, LocalDate.parse("2021-09-25")).due())
                .isEqualTo("2021-10-05");
    }

    @ParameterizedTest
    @CsvSource({"-1", "10001"})
    void aLengthOutOfRangeIsRefused(int n) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compute(Kind.MAX, Unit.D, n, LocalDate.parse("2021-06-15")));
    }

    private Computed compute(Kind kind, Unit unit, int n, LocalDate anchor) {
        return deadlines.compute(kind, unit, n, anchor, CalendarVersion.CURRENT);
    }
}
