package dev.frontrow.queue.application.memory;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.port.out.LineMeters;
import dev.frontrow.queue.domain.Line;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Remembers which lines are to be measured. */
public record MeasuredLines(Set<ConcertId> concertIds) implements LineMeters {

    public MeasuredLines() {
        this(new HashSet<>());
    }

    @Override
    public void measure(Line line, Supplier<Instant> now) {
        concertIds.add(line.concertId());
    }

    @Override
    public void forget(ConcertId concertId) {
        concertIds.remove(concertId);
    }
}
