package org.waymark.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.calendar.Notice.Days;
import org.waymark.calendar.NoticeText.Reading;

/** The wording of published notices, with the days they mean. */
class NoticeTextTest {

    private static final String FOR_2026 =
            """
            一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
            二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
            三、清明节：4月4日（周六）至6日（周一）放假，共3天。
            四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
            五、端午节：6月19日（周五）至21日（周日）放假，共3天。
            六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
            七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
            节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
            """;

    @Test
    void theNoticeFor2026ReadsAsItIsKnown() {
        Reading read = NoticeText.read(FOR_2026, 2026);
        assertThat(read.faults()).isEmpty();
        Notice known = new WorkCalendar()
                .notices().stream()
                        .filter(notice -> notice.published().equals(LocalDate.parse("2025-11-04")))
                        .findFirst()
                        .orElseThrow();
        assertThat(read.days()).containsExactlyInAnyOrderElementsOf(known.days());
    }

    @Test
    void aHolidayMayBeginInTheYearBefore() {
        assertThat(days("一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。", 2023))
                .containsExactly(off("2022-12-31", "2023-01-02", "元旦"));
    }

    @Test
    void aSingleDayJoinsItsWeekend() {
        assertThat(days("一、元旦：1月1日放假，与周末连休。", 2024)).containsExactly(off("2024-01-01", "2024-01-01", "元旦"));
    }

    @Test
    void adviceToTakeLeaveIsNoHoliday() {
        assertThat(days("二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。" + "鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。", 2024))
                .containsExactly(
                        off("2024-02-10", "2024-02-17", "春节"), work("2024-02-04", "春节调休"), work("2024-02-18", "春节调休"));
    }

    @Test
    void linesOfDatesAreReadToo() {
        assertThat(days("2027-02-05,2027-02-12,off,春节\n2027-02-20 2027-02-20 work 春节调休", 2027))
                .containsExactly(off("2027-02-05", "2027-02-12", "春节"), work("2027-02-20", "春节调休"));
    }

    @ParameterizedTest
    @CsvSource({
        "一、元旦：1月1日至3日放假，共4天。, calendar.fault.count",
        "一、元旦：13月1日放假。, calendar.fault.day",
        "一、元旦：1月32日放假。, calendar.fault.day",
        "一、元旦：1日放假。, calendar.fault.day",
        "延长春节假期至2月2日, calendar.fault.line",
        "一、春节：2月20日至10日放假。, calendar.fault.range",
        "一、春节：2月1日至28日放假。, calendar.fault.range",
        "一、春节：2月4日上班。, calendar.fault.line",
    })
    void whatCannotBeReadIsNamedByItsLine(String line, String key) {
        Reading read = NoticeText.read("关于节假日安排的通知\n" + line, 2027);
        assertThat(read.faults()).containsExactly(new NoticeText.Fault(2, line, key));
    }

    private static List<Days> days(String text, int year) {
        Reading read = NoticeText.read(text, year);
        assertThat(read.faults()).isEmpty();
        return read.days();
    }

    private static Days off(String from, String to, String name) {
        return new Days(LocalDate.parse(from), LocalDate.parse(to), false, name);
    }

    private static Days work(String day, String name) {
        return new Days(LocalDate.parse(day), LocalDate.parse(day), true, name);
    }
}
