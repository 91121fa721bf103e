package org.waymark;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people or nodes do something at the same moment. */
public final class Together {

    private Together() {}

    /** What each comes to, in their order. */
    public static <T> List<T> all(List<Callable<T>> doers) {
        var threads = Executors.newFixedThreadPool(doers.size());
        var start = new CyclicBarrier(doers.size());
        try {
            List<Future<T>> running = doers.stream()
                    .map(doer -> threads.submit(() -> {
                        start.await();
                        return doer.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> doer : running) {
                results.add(doer.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The sum of what they return. */
    public static int run(List<IntSupplier> nodes) {
        return all(nodes.stream().<Callable<Integer>>map(node -> node::getAsInt).toList()).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /**
     * Two transactions that overlap: {@code second} begins when {@code first} has done its work and not yet committed;
     * {@code first} commits as soon as {@code second} is through or waits for a lock.
     *
     * @return what the first and the second failed with, each null if it did not
     */
    public static List<Throwable> overlapping(
            TransactionTemplate transaction, JdbcClient db, Runnable first, Runnable second) {
        return overlapping(transaction, db, first, second, () -> {});
    }

    /** The same, where {@code first} does something more ({@code then}) before it commits. */
    public static List<Throwable> overlapping(
            TransactionTemplate transaction, JdbcClient db, Runnable first, Runnable second, Runnable then) {
        var threads = Executors.newFixedThreadPool(2);
        var worked = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try {
            var holder = new AtomicInteger();
            Future<?> one = threads.submit(() -> {
                transaction.executeWithoutResult(status -> {
                    try {
                        holder.set(db.sql(onPostgres() ? "select pg_backend_pid()" : "select session_id()")
                                .query(Integer.class)
                                .single());
                        first.run();
                    } finally {
                        worked.countDown();
                    }
                    uninterrupted(commit);
                    then.run();
                });
            });
            worked.await();
            Future<?> two = threads.submit(second);
            await().pollInterval(Duration.ofMillis(20)).until(() -> two.isDone() || someoneWaitsFor(holder.get(), db));
            commit.countDown();
            return Arrays.asList(failure(one), failure(two));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            commit.countDown();
            threads.shutdownNow();
        }
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Throwable failure(Future<?> doer) throws InterruptedException {
        try {
            doer.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private static boolean someoneWaitsFor(int session, JdbcClient db) {
        String waiting = onPostgres()
                ? "select count(*) from pg_locks where not granted and :session = any(pg_blocking_pids(pid))"
                : "select count(*) from information_schema.sessions where blocker_id = :session";
        return db.sql(waiting).param("session", session).query(Integer.class).single() > 0;
    }

    private static boolean onPostgres() {
        return "postgres".equals(System.getProperty("waymark.test.database"));
    }
}
