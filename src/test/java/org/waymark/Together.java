package org.waymark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;

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
}
