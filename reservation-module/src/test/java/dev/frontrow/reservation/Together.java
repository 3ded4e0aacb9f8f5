package dev.frontrow.reservation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Does things at once, on a thread each. */
final class Together {

    private Together() {}

    /** What came of it: a value, or what was thrown. */
    record Outcome<T>(@Nullable T value, @Nullable Throwable thrown) {}

    static <T> List<Outcome<T>> times(int times, Callable<T> action) throws InterruptedException {
        return all(IntStream.range(0, times).mapToObj(i -> action).toList());
    }

    static <T> List<Outcome<T>> all(List<Callable<T>> actions) throws InterruptedException {
        var start = new CountDownLatch(1);
        var futures = new ArrayList<Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var action : actions) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            start.countDown();
        }
        var outcomes = new ArrayList<Outcome<T>>();
        for (var future : futures) {
            try {
                outcomes.add(new Outcome<>(future.get(), null));
            } catch (ExecutionException failed) {
                outcomes.add(new Outcome<>(null, failed.getCause()));
            }
        }
        return outcomes;
    }
}
