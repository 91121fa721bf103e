package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Computed;
import org.waymark.deadline.Deadlines;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.roster.NewObject;

/** The demo's rosters on the day they describe and on other days a demo may start on. */
class DemoProjectTest {

    private static final LocalDate DESCRIBED = LocalDate.of(2021, 6, 15);
    private static final Map<String, String> CITIZENS = Map.of(
            "reportServed", "HA-REVIEW-REQ",
            "decisionPlanServed", "HE-CHOOSE-WAY",
            "noticePosted", "GR-CLAIM",
            "secondNoticePosted", "GR-SECOND-CLAIM");

    private final WorkCalendar calendar = new WorkCalendar();
    private final Deadlines deadlines = new Deadlines(calendar, new RuleCatalogue());

    // the first is the one described; the last two come right after weeks without a workday
    @ParameterizedTest
    @ValueSource(strings = {"2021-06-15", "2021-01-04", "2021-03-01", "2021-08-01", "2021-02-19", "2021-10-08"})
    void nothingLiesInTheFutureAndNoCitizensPeriodHasLapsed(LocalDate today) {
        var days = days(today);
        Stream.of(new DemoHouseholds(days).all(), new DemoGraves(days).all(), new DemoParcels(days).all())
                .flatMap(List::stream)
                .forEach(one -> {
                    assertThat(one.anchors().values())
                            .allSatisfy(day -> assertThat(day).isBeforeOrEqualTo(today));
                    one.anchors().forEach((event, day) -> assertThat(over(event, day, today))
                            .as("%s of %s on %s is over by %s", event, one.number(), day, today)
                            .isFalse());
                    if (one.doneOn() != null) {
                        assertThat(one.doneOn()).isBefore(today);
                    }
                });
    }

    private boolean over(String event, LocalDate day, LocalDate today) {
        String rule = CITIZENS.get(event);
        return rule != null
                && deadlines.compute(rule, day, CalendarVersion.CURRENT) instanceof Computed period
                && period.lastDay().isBefore(today);
    }

    @Test
    void theNumbersAreThoseOfTheTown() {
        var days = days(DESCRIBED);
        var graves = new DemoGraves(days).all();
        assertThat(new DemoHouseholds(days).all()).hasSize(332);
        assertThat(sum(graves)).as("grave places").isEqualByComparingTo("3040");
        assertThat(graves).as("graves").hasSizeBetween(1500, 1900);
        assertThat(sum(new DemoParcels(days).all())).as("mu").isEqualByComparingTo("1046.6");
    }

    @Test
    void theObjectsAreSpreadOverTheStages() {
        var days = days(DESCRIBED);
        assertThat(stages(new DemoHouseholds(days).all()))
                .hasSizeGreaterThan(15)
                .containsEntry(NewObject.DONE, 32L);
        assertThat(stages(new DemoGraves(days).all())).hasSizeGreaterThan(15);
        assertThat(stages(new DemoParcels(days).all())).hasSizeGreaterThan(6);
    }

    @Test
    void theSameDemoTwiceIsTheSameToTheDay() {
        var days = days(DESCRIBED);
        assertThat(new DemoHouseholds(days).all()).isEqualTo(new DemoHouseholds(days).all());
        assertThat(new DemoGraves(days).all()).isEqualTo(new DemoGraves(days).all());
        assertThat(new DemoParcels(days).all()).isEqualTo(new DemoParcels(days).all());
    }

    private DemoDays days(LocalDate today) {
        return new DemoDays(today, calendar, deadlines);
    }

    private static BigDecimal sum(List<NewObject> objects) {
        return objects.stream().map(NewObject::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, Long> stages(List<NewObject> objects) {
        return objects.stream().collect(Collectors.groupingBy(NewObject::stage, Collectors.counting()));
    }
}
