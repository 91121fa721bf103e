package org.waymark.reminder;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;

/** Lets nodes do something at the same moment. */
final class Together {

    private Together() {}

    /** The sum of what they return. */
    static int run(List<IntSupplier> nodes) {
        var threads = Executors.newFixedThreadPool(nodes.size());
        var start = new CyclicBarrier(nodes.size());
        try {
            List<Future<Integer>> running = nodes.stream()
                    .map(node -> threads.submit(() -> {
                        start.await();
                        return node.getAsInt();
                    }))
                    .toList();
            int sum = 0;
            for (Future<Integer> node : running) {
                sum += node.get();
            }
            return sum;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
