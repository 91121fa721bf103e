package org.waymark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tyme.holiday.LegalHoliday;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private static final CalendarVersion FIRST_NOTICE = version("2019-11-21");
    private static final CalendarVersion REVISION = version("2020-01-27");

    private final WorkCalendar calendar = new WorkCalendar();

    @ParameterizedTest
    @CsvSource({"2020,249", "2021,250", "2025,248", "2026,248"})
    void aYearHasTheWorkdaysItsNoticeLeaves(int year, long workdays) {
        assertThat(workdaysOf(year, CalendarVersion.CURRENT)).isEqualTo(workdays);
    }

    @Test
    void theFirstNoticeFor2020LeftTwoWorkdaysMore() {
        assertThat(workdaysOf(2020, FIRST_NOTICE)).isEqualTo(251);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-03,true", // Wednesday that no notice names
        "2021-03-06,false", // Saturday that no notice names
        "2021-02-12,false", // first day of the lunar year
        "2021-02-20,true", // make-up Saturday
        "2020-06-28,true", // make-up Sunday
    })
    void aDayIsWhatItsNoticeOrThePlainWeekSays(LocalDate day, boolean workday) {
        assertThat(calendar.isWorkday(day)).isEqualTo(workday);
    }

    @Test
    void theRevisionWithdrawsTheMakeUpSaturday() {
        LocalDate saturday = LocalDate.parse("2020-02-01");
        assertThat(calendar.isWorkday(saturday, FIRST_NOTICE)).isTrue();
        assertThat(calendar.isWorkday(saturday, REVISION)).isFalse();
        assertThat(calendar.isWorkday(saturday)).isFalse();
    }

    @Test
    void anEarlierVersionDoesNotKnowTheNextYearsNotice() {
        assertThat(calendar.isProvisional(LocalDate.parse("2021-02-20"), FIRST_NOTICE))
                .isTrue();
        assertThat(calendar.isWorkday(LocalDate.parse("2021-02-20"), FIRST_NOTICE))
                .isFalse();
        assertThat(calendar.isProvisional(LocalDate.parse("2020-02-20"), FIRST_NOTICE))
                .isFalse();
    }

    @Test
    void aYearWithoutNoticeIsProvisionalAndHasWeekendsAndStatutoryDaysOnly() {
        assertThat(days(2027)).allMatch(calendar::isProvisional);
        assertThat(days(2027)
                        .filter(day -> day.getDayOfWeek().getValue() < 6 && !calendar.isWorkday(day))
                        .map(LocalDate::toString))
                .containsExactly(
                        "2027-01-01", // New Year
                        "2027-02-05", // New Year's Eve of the lunar year; its first two days are a weekend
                        "2027-02-08",
                        "2027-04-05", // 清明
                        "2027-06-09", // 端午
                        "2027-09-15", // 中秋
                        "2027-10-01");
        assertThat(calendar.isProvisional(LocalDate.parse("1998-05-04"))).isTrue();
        assertThat(calendar.isProvisional(LocalDate.parse("2026-12-31"))).isFalse();
    }

    @Test
    void thirteenDaysAreStatutorySince2025AndElevenWereBefore() {
        assertThat(WorkYear.statutory(2024)).hasSize(11);
        assertThat(WorkYear.statutory(2025)).hasSize(13).contains(LocalDate.parse("2025-01-28"));
    }

    @Test
    void ourNoticesAgreeWithTheLibraryOnEveryDayFrom2018To2026() {
        assertThat(LocalDate.of(2018, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)))
                .hasSize(3287)
                .allMatch(day -> calendar.isWorkday(day) == byLibrary(day));
    }

    @Test
    void aNewNoticeMakesItsYearCertainAndIsNotSeenByEarlierVersions() {
        var published = LocalDate.parse("2026-11-10");
        var notice = new Notice(
                published,
                "test",
                "office",
                List.of(
                        new Notice.Days(LocalDate.parse("2027-02-05"), LocalDate.parse("2027-02-12"), false, "春节"),
                        new Notice.Days(LocalDate.parse("2027-02-20"), LocalDate.parse("2027-02-20"), true, "春节调休"),
                        new Notice.Days(LocalDate.parse("2027-10-01"), LocalDate.parse("2027-10-07"), false, "国庆节")));
        WorkCalendar then = calendar.with(notice);
        assertThat(then.isProvisional(LocalDate.parse("2027-06-09"))).isFalse();
        assertThat(then.isWorkday(LocalDate.parse("2027-02-20"))).isTrue();
        assertThat(then.isWorkday(LocalDate.parse("2027-02-12"))).isFalse();
        assertThat(then.isProvisional(LocalDate.parse("2027-06-09"), version("2025-11-04")))
                .isTrue();
        assertThat(then.revision()).isEqualTo(calendar.revision() + 1);
        assertThat(calendar.isProvisional(LocalDate.parse("2027-06-09"))).isTrue();
    }

    @Test
    void workdaysAreCountedBothWaysWithoutTheOpeningDay() {
        LocalDate friday = LocalDate.parse("2021-09-24");
        LocalDate due = LocalDate.parse("2021-10-13");
        assertThat(calendar.plusWorkdays(friday, 10)).isEqualTo(due);
        assertThat(calendar.minusWorkdays(due, 10)).isEqualTo(friday);
        assertThat(calendar.workdaysBetween(friday, due)).isEqualTo(10);
        assertThat(calendar.workdaysBetween(due, friday)).isEqualTo(-10);
        assertThat(calendar.plusWorkdays(LocalDate.parse("2021-10-02"), 0)).isEqualTo("2021-10-02");
    }

    @Test
    void aRestDayMovesToTheWorkdayBeforeOrAfter() {
        LocalDate holiday = LocalDate.parse("2021-10-03");
        assertThat(calendar.onOrAfterWorkday(holiday)).isEqualTo("2021-10-08");
        assertThat(calendar.onOrBeforeWorkday(holiday)).isEqualTo("2021-09-30");
        assertThat(calendar.onOrAfterWorkday(LocalDate.parse("2021-10-09"))).isEqualTo("2021-10-09");
    }

    @Test
    void aNegativeCountIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.plusWorkdays(LocalDate.parse("2021-10-03"), -1));
    }

    private long workdaysOf(int year, CalendarVersion version) {
        return days(year).filter(day -> calendar.isWorkday(day, version)).count();
    }

    private static boolean byLibrary(LocalDate day) {
        LegalHoliday named = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return named == null ? day.getDayOfWeek().getValue() < 6 : named.isWork();
    }

    private static Stream<LocalDate> days(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    private static CalendarVersion version(String published) {
        return new CalendarVersion(LocalDate.parse(published));
    }
}
