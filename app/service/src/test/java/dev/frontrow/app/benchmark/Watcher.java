package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.BoxOffice.Place;
import dev.frontrow.app.benchmark.load.Answer;
import dev.frontrow.app.benchmark.load.Visitor;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks about a place that is to end, until it reads as ended.
 *
 * @param since when it was to end, by the machine's own clock of nanoseconds
 * @param lags where the milliseconds that it took are noted
 */
record Watcher(Place place, long since, List<Double> lags) implements Visitor {

    private static final Duration LOOKS_EVERY = Duration.ofMillis(20);

    @Override
    public Step next(@Nullable Answer answer) {
        if (answer == null) {
            return new Send(BoxOffice.poll(place));
        }
        if (!BoxOffice.text(answer.json(), "status").equals("EXPIRED")) {
            return new Pause(LOOKS_EVERY);
        }
        lags.add((System.nanoTime() - since) / 1e6);
        return new Leave();
    }
}
