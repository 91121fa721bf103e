package org.waymark.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Four people who each submit a step every second, whatever else happens. */
final class People implements AutoCloseable {

    static final int NUMBER = 4;
    private static final long EVERY = TimeUnit.SECONDS.toNanos(1);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(NUMBER);
    private final Queue<Long> waits = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<String> work;
    private final Consumer<String> submit;

    /** @param work keys of the cases they work off */
    People(Queue<String> work, Consumer<String> submit) {
        this.work = work;
        this.submit = submit;
    }

    void begin() {
        for (int n = 0; n < NUMBER; n++) {
            long first = System.nanoTime() + n * EVERY / NUMBER;
            var meant = new Object() {
                long at = first;
            };
            threads.scheduleAtFixedRate(
                    () -> {
                        one(meant.at);
                        meant.at += EVERY;
                    },
                    n * EVERY / NUMBER,
                    EVERY,
                    TimeUnit.NANOSECONDS);
        }
    }

    /** From the moment it was meant to be sent: who waits for the one before has waited, too. */
    private void one(long meantAt) {
        String key = work.poll();
        if (key == null) {
            failures.add("nothing left to submit");
            return;
        }
        try {
            submit.accept(key);
            waits.add(System.nanoTime() - meantAt);
        } catch (RuntimeException e) {
            failures.add(e.toString());
        }
    }

    /** Milliseconds they waited since this was asked last, and what failed. */
    Answer soFar() {
        List<Long> taken = new ArrayList<>();
        for (Long wait = waits.poll(); wait != null; wait = waits.poll()) {
            taken.add(wait);
        }
        List<String> failed = new ArrayList<>();
        for (String one = failures.poll(); one != null; one = failures.poll()) {
            failed.add(one);
        }
        return new Answer(taken.stream().sorted().toList(), failed);
    }

    record Answer(List<Long> waits, List<String> failures) {

        double percentile(int percent) {
            return waits.isEmpty() ? Double.NaN : waits.get((waits.size() - 1) * percent / 100) / 1e6;
        }

        @Override
        public String toString() {
            return "%d steps, p50 %.0f ms, p95 %.0f ms, longest %.0f ms%s"
                    .formatted(
                            waits.size(),
                            percentile(50),
                            percentile(95),
                            percentile(100),
                            failures.isEmpty() ? "" : ", failed " + failures.size() + ": " + failures.get(0));
        }
    }

    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(60, TimeUnit.SECONDS);
    }
}
