package dev.frontrow;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does things at the same time, on a thread each, and waits for all of them. What they give is in the order of the things. */
public final class AtOnce {

    /** What came of one thing: a value, or what was thrown. */
    public record Outcome<T>(@Nullable T value, @Nullable Throwable thrown) {}

    private AtOnce() {}

    /** Does the same thing so many times; fails if it fails once. */
    public static <T> List<T> times(int times, Callable<T> thing) {
        return all(Collections.nCopies(times, thing));
    }

    /** Does a thing for each of them; fails if it fails for one. */
    public static <A, T> List<T> each(List<A> them, Function<A, T> thing) {
        return all(them.stream().<Callable<T>>map(one -> () -> thing.apply(one)).toList());
    }

    /** Does all of that; fails if one fails. */
    public static <T> List<T> all(List<? extends Callable<? extends T>> things) {
        return AtOnce.<T>done(things).stream().map(AtOnce::value).toList();
    }

    /** Does all of that, for tests that expect some of it to fail. */
    public static <T> List<Outcome<T>> outcomes(List<? extends Callable<? extends T>> things) {
        return AtOnce.<T>done(things).stream().map(AtOnce::outcome).toList();
    }

    private static <T> List<Future<T>> done(List<? extends Callable<? extends T>> things) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = things.stream()
                    .map(thing -> threads.<T>submit(() -> {
                        start.await();
                        return thing.call();
                    }))
                    .toList();
            start.countDown();
            return futures;
        }
    }

    private static <T> T value(Future<T> done) {
        if (done.state() != Future.State.SUCCESS) {
            throw new AssertionError("one of the things at once failed", done.exceptionNow());
        }
        return done.resultNow();
    }

    private static <T> Outcome<T> outcome(Future<T> done) {
        return done.state() == Future.State.SUCCESS
                ? new Outcome<>(done.resultNow(), null)
                : new Outcome<>(null, done.exceptionNow());
    }
}
