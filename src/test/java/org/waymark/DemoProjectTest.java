package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Computed;
import org.waymark.deadline.Deadlines;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.roster.NewObject;

/** The demo's data on the day it describes and on other days a demo may start on. */
class DemoProjectTest {

    private static final LocalDate DESCRIBED = LocalDate.of(2021, 6, 15);

    private final WorkCalendar calendar = new WorkCalendar();
    private final Deadlines deadlines = new Deadlines(calendar, new RuleCatalogue());
    private final DemoProject demo = new DemoProject(null, null, null, calendar, deadlines, Clock.systemUTC());

    // the first is the one described; the last two come right after weeks without a workday
    @ParameterizedTest
    @ValueSource(strings = {"2021-06-15", "2021-01-04", "2021-03-01", "2021-08-01", "2021-02-19", "2021-10-08"})
    void nothingLiesInTheFutureAndNoCitizensPeriodHasLapsed(LocalDate today) {
        var households = demo.households(today);

        assertThat(households).hasSize(332).allSatisfy(one -> {
            assertThat(one.anchors().values()).allSatisfy(day -> assertThat(day).isBeforeOrEqualTo(today));
            if (NewObject.DONE.equals(one.stage())) {
                assertThat(one.doneOn()).isBefore(today);
            }
        });
        assertThat(households)
                .filteredOn(one -> "served".equals(one.stage()))
                .isNotEmpty()
                .allSatisfy(one -> {
                    var period = (Computed) deadlines.compute(
                            "HA-REVIEW-REQ", one.anchors().get("reportServed"), CalendarVersion.CURRENT);
                    assertThat(period.lastDay()).isAfterOrEqualTo(today);
                });
    }

    @Test
    void onTheDayItDescribesItIsAsDescribed() {
        Map<String, Long> stages = demo.households(DESCRIBED).stream()
                .collect(Collectors.groupingBy(NewObject::stage, Collectors.counting()));
        assertThat(stages).containsEntry(NewObject.DONE, 112L).containsEntry("posting", 17L);
        assertThat(demo.households(DESCRIBED).get(8))
                .extracting(NewObject::number, NewObject::stage, NewObject::anchors)
                .containsExactly("H-0009", "served", Map.of("reportServed", LocalDate.of(2021, 6, 8)));
        assertThat(demo.households(DESCRIBED).toString().hashCode())
                .as("the same households to the day")
                .isEqualTo(1669078250);
    }
}
