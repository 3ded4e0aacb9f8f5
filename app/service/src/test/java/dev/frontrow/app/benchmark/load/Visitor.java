package dev.frontrow.app.benchmark.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Somebody at the service: sends one request at a time, and decides by the answer what comes next. */
@FunctionalInterface
public interface Visitor {

    /**
     * What to do now.
     *
     * @param answer to the request before; null at the beginning and after a pause
     */
    Step next(@Nullable Answer answer);

    /** What a visitor does. */
    sealed interface Step {}

    /** Sends a request. */
    record Send(Request request) implements Step {}

    /** Does nothing for a while. */
    record Pause(Duration duration) implements Step {}

    /** Goes, and does not come back. */
    record Leave() implements Step {}
}
