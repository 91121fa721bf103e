package org.waymark.engine;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens process instances that were asked for in rows, a chunk a transaction and a command. */
@Component
public class Chunks {

    private static final Logger LOG = LoggerFactory.getLogger(Chunks.class);
    private static final int LONGEST = 1000;

    /** SQL states of what passes by itself: no connection, undone for another's sake, no room or time, being stopped. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "HY");

    private static final String NOT_AT_ONCE = "55P03"; // PostgreSQL: a lock was not there in time

    private final Engine engine;
    private final TransactionOperations transaction;

    Chunks(Engine engine, TransactionOperations transaction) {
        this.engine = engine;
        this.transaction = transaction;
    }

    /** Rows that ask for an instance each. */
    public interface Requests<T> {

        /** The oldest, locked; those another node works on are passed over. */
        List<T> take(int limit);

        /** Ids of the oldest, not locked. */
        List<Long> waiting(int limit);

        /** One of them, locked; empty if it was dealt with meanwhile or another node works on it. */
        Optional<T> take(long id);

        void open(T one);

        /** It cannot be opened: it is asked for no more until somebody has looked at it. */
        void fail(T one, String reason);
    }

    /**
     * Opens one chunk. If one of it cannot be opened the chunk is undone and each is tried alone: the others open, that
     * one fails with the reason. What did not open for a reason that passes is left for the next run. Stopped anywhere,
     * the next call goes on from there.
     *
     * @return how many requests were dealt with, 0 when none is left or nothing can be done now
     */
    public <T> int open(Requests<T> requests, int limit) {
        try {
            return transaction.execute(status -> together(requests, requests.take(limit)));
        } catch (RuntimeException e) {
            LOG.warn("A chunk was undone, each of it is tried alone", e);
        }
        return (int) requests.waiting(limit).stream()
                .filter(id -> alone(requests, id))
                .count();
    }

    private <T> int together(Requests<T> requests, List<T> some) {
        if (!some.isEmpty()) {
            engine.together(() -> {
                some.forEach(requests::open);
                return some;
            });
        }
        return some.size();
    }

    private <T> boolean alone(Requests<T> requests, long id) {
        try {
            return transaction.execute(
                    status -> together(requests, requests.take(id).stream().toList()) > 0);
        } catch (RuntimeException e) {
            if (passes(e)) {
                LOG.warn("Request {} is not opened, next try in the next run", id, e);
                return false;
            }
            LOG.error("Request {} cannot be opened, somebody has to look at it", id, e);
            return transaction.execute(status -> {
                Optional<T> one = requests.take(id);
                one.ifPresent(found -> requests.fail(found, sentence(e)));
                return one.isPresent();
            });
        }
    }

    /** Whether the same may succeed a moment later: the database or another node was in the way, not what was asked. */
    public static boolean passes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof OptimisticLockingException
                        || cause instanceof SQLException sql && passes(sql));
    }

    private static boolean passes(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || NOT_AT_ONCE.equals(state)
                || state != null && state.length() > 1 && PASSING.contains(state.substring(0, 2));
    }

    private static String sentence(RuntimeException failure) {
        String all = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return all.substring(0, Math.min(LONGEST, all.length()));
    }
}
