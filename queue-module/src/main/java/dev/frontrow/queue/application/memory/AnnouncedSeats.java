package dev.frontrow.queue.application.memory;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.Announcements;
import dev.frontrow.queue.SeatCount;
import dev.frontrow.queue.domain.Line;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what was announced last, replaced as a whole: asking takes no lock, and no more is kept than there are lines. */
@Component
class AnnouncedSeats implements Announcements {

    private final Lines lines;
    private final DatabaseClock clock;
    private volatile Map<ConcertId, SeatCount> announced = Map.of();

    AnnouncedSeats(Lines lines, DatabaseClock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public Set<ConcertId> awaited() {
        var now = clock.now();
        return lines.all().stream()
                .filter(line -> line.waiting(now) > 0 || line.active(now) > 0)
                .map(Line::concertId)
                .collect(toUnmodifiableSet());
    }

    @Override
    public void announce(Map<ConcertId, SeatCount> seats) {
        announced = Map.copyOf(seats);
    }

    /** The seats of a concert, or null where nothing is known that is fresh. */
    @Nullable
    SeatCount of(ConcertId concertId, Instant now) {
        var seats = announced.get(concertId);
        return seats != null && seats.isFresh(now) ? seats : null;
    }
}
