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
        var threads = Executors.newFixedThreadPool(2);
        var worked = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try {
            Future<?> one = threads.submit(() -> {
                transaction.executeWithoutResult(status -> {
                    try {
                        first.run();
                    } finally {
                        worked.countDown();
                    }
                    uninterrupted(commit);
                });
            });
            worked.await();
            Future<?> two = threads.submit(second);
            await().pollInterval(Duration.ofMillis(20)).until(() -> two.isDone() || someoneWaits(db));
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

    /** Whether a transaction waits for a lock another one holds. */
    private static boolean someoneWaits(JdbcClient db) {
        String waiting = "postgres".equals(System.getProperty("waymark.test.database"))
                ? "select count(*) from pg_locks where not granted"
                : "select count(*) from information_schema.sessions where blocker_id is not null";
        return db.sql(waiting).query(Integer.class).single() > 0;
    }
}
