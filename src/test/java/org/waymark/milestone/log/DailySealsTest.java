package org.waymark.milestone.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.WaymarkTest;
import org.waymark.milestone.log.ChangeLog.Change;

/** Days of 2001, long before anything else in the database. */
@WaymarkTest
class DailySealsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    JdbcClient db;

    @Autowired
    NamedParameterJdbcTemplate many;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aDayIsSealedTenMinutesAfterItHasEnded() {
        change("2001-03-01T08:00");
        change("2001-03-01T23:59");
        assertThat(seals("2001-03-02T00:09").sealNext()).isEmpty();
        assertThat(seals("2001-03-02T00:10").sealNext()).hasValueSatisfying(seal -> {
            assertThat(seal.sealedDay()).isEqualTo(LocalDate.of(2001, 3, 1));
            assertThat(seal.rowCount()).isEqualTo(2);
        });
    }

    @Test
    void daysAreSealedOnceAndInOrderAndEmptyOnesPassedOver() {
        change("2001-03-01T08:00");
        change("2001-03-04T08:00");
        DailySeals seals = seals("2001-03-09T08:00");
        seals.sealNext();
        seals.sealNext();
        assertThat(seals.sealNext()).isEmpty();
        assertThat(seals.all())
                .extracting(DailySeals.Seal::sealedDay)
                .containsExactly(LocalDate.of(2001, 3, 1), LocalDate.of(2001, 3, 4));
        assertThat(seals.firstBroken()).isEmpty();
    }

    @Test
    void aRowTakenAwayIsFoundOnItsDay() {
        change("2001-03-01T08:00");
        change("2001-03-04T08:00");
        change("2001-03-04T09:00");
        DailySeals seals = sealed();
        db.sql("delete from change_log where chain = 'SEALED' and seq = 3").update();
        assertThat(seals.firstBroken()).contains(LocalDate.of(2001, 3, 4));
    }

    @Test
    void aHashWrittenAnewIsFoundOnItsDay() {
        change("2001-03-01T08:00");
        change("2001-03-04T08:00");
        DailySeals seals = sealed();
        db.sql("update change_log set hash = 'forged' where chain = 'SEALED' and seq = 1")
                .update();
        assertThat(seals.firstBroken()).contains(LocalDate.of(2001, 3, 1));
    }

    @Test
    void aDayTakenAwayWithItsSealIsFoundOnTheNext() {
        change("2001-03-01T08:00");
        change("2001-03-04T08:00");
        DailySeals seals = sealed();
        db.sql("delete from change_log where chain = 'SEALED' and seq = 1").update();
        db.sql("delete from change_seal where sealed_day = date '2001-03-01'").update();
        assertThat(seals.firstBroken()).contains(LocalDate.of(2001, 3, 4));
    }

    @AfterEach
    void forget() {
        db.sql("delete from change_seal").update();
        db.sql("delete from change_log where chain = 'SEALED'").update();
        db.sql("delete from change_chain where chain = 'SEALED'").update();
    }

    private DailySeals sealed() {
        DailySeals seals = seals("2001-03-09T08:00");
        seals.sealNext();
        seals.sealNext();
        return seals;
    }

    private DailySeals seals(String moment) {
        return new DailySeals(db, at(moment));
    }

    private void change(String moment) {
        ChangeLog log = new ChangeLog(db, new ChangeTable(db, many), at(moment));
        var change = new Change("SEALED", "step.done", "x", null, null, null, LocalDate.of(2001, 3, 1));
        // add() asks for the transaction of whoever changes something; here it is called past its proxy
        transaction.executeWithoutResult(open -> log.add(change));
    }

    private static Clock at(String moment) {
        Instant instant = LocalDateTime.parse(moment).atZone(SHANGHAI).toInstant();
        return Clock.fixed(instant, SHANGHAI);
    }
}
