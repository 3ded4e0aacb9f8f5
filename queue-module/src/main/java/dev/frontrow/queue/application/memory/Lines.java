package dev.frontrow.queue.application.memory;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.AfterCommit;
import dev.frontrow.queue.application.port.out.LineMeters;
import dev.frontrow.queue.domain.Line;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * All lines this instance knows of, in memory. One that has long closed is kept for those who still ask about their tokens,
 * but not followed or measured any more. Safe for any number of threads.
 */
@Component
public class Lines {

    private final ConcurrentHashMap<ConcertId, Line> lines = new ConcurrentHashMap<>();
    private final Set<ConcertId> closed = ConcurrentHashMap.newKeySet();
    private final DatabaseClock clock;
    private final LineMeters meters;

    public Lines(DatabaseClock clock, LineMeters meters) {
        this.clock = clock;
        this.meters = meters;
    }

    /** The line of a concert that is known to exist; an empty one if nothing was heard of it before. */
    public Line of(ConcertId concertId) {
        var line = lines.get(concertId);
        return line != null ? line : lines.computeIfAbsent(concertId, this::begin);
    }

    /** All lines but those that have long closed. */
    public List<Line> all() {
        return lines.values().stream()
                .filter(line -> !closed.contains(line.concertId()))
                .toList();
    }

    /** The line of a concert, to be followed: again if it had long closed, and is open once more. */
    Line followed(ConcertId concertId) {
        var line = of(concertId);
        if (closed.remove(concertId)) {
            meters.measure(line, clock::now);
        }
        return line;
    }

    /** Follows no longer the lines whose last sale closed before that instant, and of which nothing is left to hear. */
    void leaveThoseClosed(Instant before) {
        for (var line : all()) {
            if (line.hasClosed(before) && line.isEmpty() && closed.add(line.concertId())) {
                meters.forget(line.concertId());
            }
        }
    }

    /** Applies what became of a token as soon as it is certain. */
    public void applyWhenCertain(TokenId id, TokenState state) {
        AfterCommit.run(() -> of(id.concertId()).apply(List.of(new TokenChange(id.number(), state))));
    }

    private Line begin(ConcertId concertId) {
        var line = new Line(concertId);
        meters.measure(line, clock::now);
        return line;
    }
}
