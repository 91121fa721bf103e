package org.waymark.milestone.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.WaymarkTest;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.log.ChangeLog.Recorded;

/** A chain of four rows, and what somebody with a database client may do to it. */
@WaymarkTest
class BrokenChainTest {

    @Autowired
    ChangeLog log;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private final String chain = "CHAIN-" + UUID.randomUUID();

    @BeforeEach
    void fourRows() {
        for (int row = 1; row <= 4; row++) {
            var change =
                    new Change(chain, "step.due", "step_" + row, "a", "b", "why " + row, LocalDate.of(2021, 6, row));
            transaction.executeWithoutResult(open -> log.add(change));
        }
    }

    @Test
    void aChainNobodyTouchedIsSound() {
        assertThat(log.of(chain)).hasSize(4);
        assertThat(log.firstBroken(chain)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what = 'step.done'",
                "subject = 'step_9'",
                "old_value = null",
                "new_value = 'c'",
                "reason = ''",
                "happened_on = date '2021-05-31'",
                "recorded_at = timestamp with time zone '2021-01-01 00:00:00+08:00'",
                "who = 'leader'",
                "hash = 'forged'"
            })
    void aChangedRowIsFound(String change) {
        db.sql("update change_log set " + change + " where chain = ? and seq = 2")
                .param(chain)
                .update();
        assertThatTheFirstBrokenIs(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aDeletedRowIsFoundAtTheNext(int seq) {
        delete(seq);
        assertThatTheFirstBrokenIs(seq + 1);
    }

    @Test
    void aDeletedRowWhosePlaceIsClosedUpIsFoundThere() {
        delete(2);
        number(3, 2);
        number(4, 3);
        assertThatTheFirstBrokenIs(2);
    }

    @Test
    void aRowInsertedBetweenTwoIsFound() {
        number(4, 5);
        number(3, 4);
        insert(3, 2);
        assertThatTheFirstBrokenIs(3);
    }

    @Test
    void aRowAddedAtTheEndPastTheLogIsFound() {
        insert(5, 4);
        assertThatTheFirstBrokenIs(5);
    }

    @Test
    void twoSwappedRowsAreFoundAtTheFirstOfThem() {
        number(2, 9);
        number(3, 2);
        number(9, 3);
        assertThatTheFirstBrokenIs(2);
    }

    private void assertThatTheFirstBrokenIs(int seq) {
        assertThat(log.firstBroken(chain)).map(Recorded::seq).contains(seq);
    }

    private void delete(int seq) {
        db.sql("delete from change_log where chain = ? and seq = ?")
                .params(chain, seq)
                .update();
    }

    private void number(int seq, int next) {
        db.sql("update change_log set seq = ? where chain = ? and seq = ?")
                .params(next, chain, seq)
                .update();
    }

    /** A copy of a row, its hash too, under another number. */
    private void insert(int seq, int copied) {
        db.sql(
                        """
                        insert into change_log (chain, seq, what, subject, old_value, new_value, reason, happened_on,
                          recorded_at, who, hash)
                        select chain, ?, what, subject, old_value, new_value, reason, happened_on, recorded_at, who, hash
                        from change_log where chain = ? and seq = ?""")
                .params(seq, chain, copied)
                .update();
    }
}
