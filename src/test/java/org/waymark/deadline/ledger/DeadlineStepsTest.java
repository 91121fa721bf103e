package org.waymark.deadline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.WaymarkTest;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Anchored;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.service.Services;

@WaymarkTest
class DeadlineStepsTest {

    @Autowired
    PeriodLedger ledger;

    @Autowired
    Anchored anchored;

    @Autowired
    Anchors anchors;

    @Autowired
    Services services;

    @Autowired
    WorkCalendar calendar;

    private final String key = "HSR:hu-1:" + UUID.randomUUID();
    private DeadlineSteps steps;

    @BeforeEach
    void halfPastMidnightInShanghai() {
        // still the day before in UTC: the town's day must count
        Clock clock = Clock.fixed(Instant.parse("2021-06-10T16:30:00Z"), ZoneOffset.UTC);
        steps = new DeadlineSteps(ledger, anchored, anchors, calendar, clock);
    }

    @Test
    void workdaysRunFromTodayInShanghaiToTheLastSecond() {
        assertThat(steps.workdays(2)).isEqualTo(shanghai("2021-06-16T23:59:59+08:00"));
    }

    @Test
    void aLimitEndsWithItsDay() {
        anchors.record(key, "reviewRequested", LocalDate.parse("2021-06-02"), null, "li");
        assertThat(steps.due(key, "HA-REVIEW-DO")).isEqualTo(shanghai("2021-06-15T23:59:59+08:00"));
    }

    @Test
    void anAnnouncementOfTheProjectCountsForItsCases() {
        String project = "P" + UUID.randomUUID();
        anchors.record(project, "requisitionAnnounced", LocalDate.parse("2021-11-10"), null, "li");
        assertThat(steps.due(project + ":D-001:parcels:1", "LR-PAY")).isEqualTo(shanghai("2022-01-10T23:59:59+08:00"));
    }

    @Test
    void theCasesOwnEventWinsOverItsProjects() {
        String project = "P" + UUID.randomUUID();
        anchors.record(project, "requisitionAnnounced", LocalDate.parse("2021-11-10"), null, "li");
        anchors.record(project + ":D-001:parcels:1", "requisitionAnnounced", LocalDate.parse("2021-11-15"), null, "li");
        assertThat(steps.due(project + ":D-001:parcels:1", "LR-PAY")).isEqualTo(shanghai("2022-01-14T23:59:59+08:00"));
    }

    @Test
    void withoutAnAnnouncementOrARuleInForceTheTownsOwnDaysCount() {
        String project = "P" + UUID.randomUUID();
        assertThat(steps.dueOr(project + ":D-001:parcels:1", "LR-PAY", 2))
                .isEqualTo(shanghai("2021-06-16T23:59:59+08:00"));
        // a day between the end of the old rule and the beginning of the new one
        anchors.record(project, "requisitionAnnounced", LocalDate.parse("2021-09-15"), null, "li");
        assertThat(steps.dueOr(project + ":D-001:parcels:1", "LR-PAY", 2))
                .isEqualTo(shanghai("2021-06-16T23:59:59+08:00"));
        anchors.record(project, "requisitionAnnounced", LocalDate.parse("2021-11-10"), null, "li");
        assertThat(steps.dueOr(project + ":D-001:parcels:1", "LR-PAY", 2))
                .isEqualTo(shanghai("2022-01-10T23:59:59+08:00"));
    }

    @Test
    void aCitizensPeriodLapsesWhenTheNextDayBegins() {
        anchors.record(key, "reportServed", LocalDate.parse("2021-06-02"), null, "li");
        services.imported(key, "reportServed", LocalDate.parse("2021-06-02"), "li");
        assertThat(steps.due(key, "HA-REVIEW-REQ")).isEqualTo(shanghai("2021-06-15T23:59:59+08:00"));
        assertThat(steps.lapse(key, "HA-REVIEW-REQ")).isEqualTo(shanghai("2021-06-16T00:00:00+08:00"));
    }

    @Test
    void aCitizensPeriodStartsFromNothingButARecordOfService() {
        anchors.record(key, "reportServed", LocalDate.parse("2021-06-02"), null, "li");
        assertThatIllegalStateException()
                .isThrownBy(() -> steps.lapse(key, "HA-REVIEW-REQ"))
                .isInstanceOf(PeriodRefused.class)
                .withMessageContaining("HA-REVIEW-REQ");
        // nor from the record of another day
        services.imported(key, "reportServed", LocalDate.parse("2021-06-01"), "li");
        assertThatIllegalStateException().isThrownBy(() -> steps.lapse(key, "HA-REVIEW-REQ"));
        assertThat(ledger.of(key)).isEmpty();
    }

    @Test
    void ourOwnPeriodNeverLapses() {
        anchors.record(key, "reviewRequested", LocalDate.parse("2021-06-02"), null, "li");
        assertThatIllegalStateException().isThrownBy(() -> steps.lapse(key, "HA-REVIEW-DO"));
    }

    @Test
    void aPostingHasElapsedWhenTheDayAfterItsLastBegins() {
        anchors.record(key, "postingStarted", LocalDate.parse("2021-06-05"), null, "li");
        assertThat(steps.elapsed(key, "HA-PRELIM-POST")).isEqualTo(shanghai("2021-06-13T00:00:00+08:00"));
    }

    @Test
    void aCorrectedAnchorMovesTheDay() {
        anchors.record(key, "reviewRequested", LocalDate.parse("2021-06-02"), null, "li");
        anchors.record(key, "reviewRequested", LocalDate.parse("2021-06-08"), null, "li");
        assertThat(steps.due(key, "HA-REVIEW-DO")).isEqualTo(shanghai("2021-06-18T23:59:59+08:00"));
    }

    @Test
    void noLawThenInForceIsNoDueDateAndNoTimer() {
        anchors.record(key, "approvalReceived", LocalDate.parse("2021-06-02"), null, "li");
        assertThat(steps.applies(key, "LR-ANNOUNCE")).isFalse();
        assertThat(steps.due(key, "LR-ANNOUNCE")).isNull();
        anchors.record(key, "prenoticePublished", LocalDate.parse("2021-06-02"), null, "li");
        assertThatIllegalStateException().isThrownBy(() -> steps.elapsed(key, "LR-PRENOTICE"));
    }

    @Test
    void eachVersionOfARuleRunsFromItsOwnEvent() {
        anchors.record(key, "planApproved", LocalDate.parse("2021-06-15"), null, "li");
        assertThat(steps.applies(key, "LR-PAY")).isTrue();
        assertThat(steps.due(key, "LR-PAY")).isEqualTo(shanghai("2021-09-15T23:59:59+08:00"));
    }

    @Test
    void aMissingAnchorIsNamedWithTheInstanceAndTheRule() {
        assertThatIllegalStateException()
                .isThrownBy(() -> steps.due(key, "HA-REVIEW-REQ"))
                .withMessageContainingAll(key, "HA-REVIEW-REQ", "reportServed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Los_Angeles", "UTC", "Pacific/Kiritimati"})
    void theTownsDayCountsWhateverTheMachinesZone(String zone) {
        TimeZone machine = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            anchors.record(key, "reportServed", LocalDate.parse("2021-06-02"), null, "li");
            services.imported(key, "reportServed", LocalDate.parse("2021-06-02"), "li");
            anchors.record(key, "postingStarted", LocalDate.parse("2021-06-05"), null, "li");
            assertThat(steps.workdays(2)).isEqualTo(shanghai("2021-06-16T23:59:59+08:00"));
            assertThat(steps.due(key, "HA-REVIEW-REQ")).isEqualTo(shanghai("2021-06-15T23:59:59+08:00"));
            assertThat(steps.lapse(key, "HA-REVIEW-REQ")).isEqualTo(shanghai("2021-06-16T00:00:00+08:00"));
            assertThat(steps.elapsed(key, "HA-PRELIM-POST")).isEqualTo(shanghai("2021-06-13T00:00:00+08:00"));
            assertThat(ledger.of(key))
                    .extracting(LegalPeriod::anchorOn, LegalPeriod::dueOn)
                    .containsExactly(
                            tuple(LocalDate.parse("2021-06-02"), LocalDate.parse("2021-06-15")),
                            tuple(LocalDate.parse("2021-06-05"), LocalDate.parse("2021-06-12")));
        } finally {
            TimeZone.setDefault(machine);
        }
    }

    private static Date shanghai(String moment) {
        return Date.from(OffsetDateTime.parse(moment).toInstant());
    }
}
