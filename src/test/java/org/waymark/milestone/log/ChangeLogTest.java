package org.waymark.milestone.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.WaymarkTest;
import org.waymark.milestone.log.ChangeLog.Change;

/** A chain of changes grows whoever writes, and shows what was done to it behind its back. */
@WaymarkTest
class ChangeLogTest {

    @Autowired
    ChangeLog log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private final String chain = "CHAIN-" + UUID.randomUUID();

    @Test
    void writersOfOneChainTakeTurns() {
        add("first");
        Together.all(IntStream.range(0, 6)
                .<Callable<Boolean>>mapToObj(writer -> () -> {
                    for (int i = 0; i < 5; i++) {
                        add("writer " + writer);
                    }
                    return true;
                })
                .toList());
        assertThat(log.of(chain)).hasSize(31);
        assertThat(log.firstBroken(chain)).isEmpty();
    }

    @Test
    void aRowCutOffAtTheEndIsMissed() {
        add("one");
        add("two");
        db.sql("delete from change_log where chain = ? and seq = 2")
                .param(chain)
                .update();
        assertThat(log.firstBroken(chain))
                .hasValueSatisfying(row -> assertThat(row.seq()).isEqualTo(1));
        db.sql("delete from change_log where chain = ?").param(chain).update();
        assertThat(log.firstBroken(chain))
                .hasValueSatisfying(row -> assertThat(row.seq()).isZero());
    }

    private void add(String what) {
        transaction.executeWithoutResult(
                status -> log.add(new Change(chain, what, "x", null, null, null, LocalDate.of(2021, 6, 15))));
    }
}
