package org.waymark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionOperations;

/** What cannot be opened fails; what could not be opened just now stays asked for. */
class ChunksTest {

    private final Engine engine = new Engine(null, null) {
        @Override
        public <T> T together(Supplier<T> work) {
            return work.get();
        }
    };
    private final Chunks chunks = new Chunks(engine, TransactionOperations.withoutTransaction());

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "08006", "53300", "57P01", "55P03", "HYT00"})
    void whatTheDatabaseUndoesPasses(String state) {
        var failure = new CannotAcquireLockException("undone", new SQLException("deadlock detected", state));
        assertThat(Chunks.passes(failure)).isTrue();
        assertThat(Chunks.passes(new ProcessEngineException("listener", failure)))
                .isTrue();
    }

    @Test
    void aConnectionThatIsNotThereAndALostRacePass() {
        assertThat(Chunks.passes(new IllegalStateException(new SQLTransientConnectionException("no connection"))))
                .isTrue();
        assertThat(Chunks.passes(new OptimisticLockingException("somebody else was faster")))
                .isTrue();
    }

    @Test
    void whatWasAskedWronglyDoesNotPass() {
        assertThat(Chunks.passes(new Refused("no such stage"))).isFalse();
        assertThat(Chunks.passes(new IllegalStateException(new SQLException("duplicate key", "23505"))))
                .isFalse();
        assertThat(Chunks.passes(new SQLException("no state"))).isFalse();
    }

    @Test
    void oneThatCannotBeOpenedFailsWithTheReasonAndTheOthersOpen() {
        var requests = new Three(new IllegalStateException("no such stage"));
        assertThat(chunks.open(requests, 10)).isEqualTo(3);
        assertThat(requests.opened).containsExactly(1L, 3L);
        assertThat(requests.failed).containsExactly("2: no such stage");
    }

    @Test
    void oneTheDatabaseUndidStaysAskedFor() {
        var requests = new Three(new CannotAcquireLockException("undone", new SQLException("deadlock", "40001")));
        assertThat(chunks.open(requests, 10)).isEqualTo(2);
        assertThat(requests.opened).containsExactly(1L, 3L);
        assertThat(requests.failed).isEmpty();
        assertThat(requests.asked).containsExactly(2L);
    }

    /** Of three the second cannot be opened. */
    private static final class Three implements Chunks.Requests<Long> {

        private final RuntimeException failure;
        private final List<Long> asked = new ArrayList<>(List.of(1L, 2L, 3L));
        private final List<Long> opened = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();

        Three(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public List<Long> take(int limit) {
            return asked.size() == 3 ? List.of(2L) : List.copyOf(asked); // fails before it does anything
        }

        @Override
        public List<Long> waiting(int limit) {
            return List.copyOf(asked);
        }

        @Override
        public Optional<Long> take(long id) {
            return Optional.of(id).filter(asked::contains);
        }

        @Override
        public void open(Long one) {
            if (one == 2) {
                throw failure;
            }
            asked.remove(one);
            opened.add(one);
        }

        @Override
        public void fail(Long one, String reason) {
            asked.remove(one);
            failed.add(one + ": " + reason);
        }
    }
}
