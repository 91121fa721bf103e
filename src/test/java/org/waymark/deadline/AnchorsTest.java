package org.waymark.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.WaymarkTest;

@WaymarkTest
class AnchorsTest {

    private static final LocalDate MONDAY = LocalDate.parse("2021-06-07");

    @Autowired
    Anchors anchors;

    @Autowired
    JdbcClient db;

    private final String key = "HSR:hu-1:" + UUID.randomUUID();

    @Test
    void theNewestRowCountsEvenIfItsDayIsEarlier() {
        anchors.record(key, "reportServed", MONDAY, "送达回证1号", "li");
        anchors.record(key, "reportServed", MONDAY.minusDays(3), null, "wang");
        assertThat(anchors.latest(key, "reportServed")).contains(MONDAY.minusDays(3));
    }

    @Test
    void aCorrectionLeavesTheEarlierRowInPlace() {
        anchors.record(key, "reportServed", MONDAY, "送达回证1号", "li");
        anchors.record(key, "reportServed", MONDAY.plusDays(1), "送达回证2号", "li");
        assertThat(db.sql("select document_no from anchor_event where instance_key = ? order by id")
                        .param(key)
                        .query(String.class)
                        .list())
                .containsExactly("送达回证1号", "送达回证2号");
    }

    @Test
    void eventsOfOthersAndOtherEventsDoNotCount() {
        anchors.record(key + "x", "reportServed", MONDAY, null, "li");
        anchors.record(key, "reviewServed", MONDAY, null, "li");
        assertThat(anchors.latest(key, "reportServed")).isEmpty();
    }

    @Test
    void anEventWithoutADayIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchors.record(key, "reportServed", null, null, "li"))
                .withMessageContaining(key);
    }
}
