package dev.frontrow.queue.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.port.out.LineChanges;
import dev.frontrow.queue.domain.EndReason;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.LineTerms;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenState.Ended;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FollowLinesServiceTests {

    private static final Instant NOON = Instant.parse("2026-12-24T12:00:00Z");

    private final ConcertId concert = new ConcertId(UUID.randomUUID());
    private final DatabaseClock clock = new DatabaseClock();
    private final Lines lines = new Lines(clock, new MeasuredLines());
    private final Snapshots snapshots = new Snapshots();
    private final FollowLinesService follow = new FollowLinesService(
            snapshots,
            lines,
            clock,
            new Binder(new MapConfigurationPropertySource(Map.of()))
                    .bindOrCreate("frontrow.queue", QueueProperties.class));

    @Test
    void readsEverythingWhenTheClockWentOnOrBackByLong() {
        followAt(NOON);
        followAt(NOON.plusSeconds(1));
        followAt(NOON.minusSeconds(1));
        assertThat(snapshots.readAsAWhole).isEqualTo(1);

        followAt(NOON.plus(Duration.ofHours(1)));
        assertThat(snapshots.readAsAWhole).isEqualTo(2);
        followAt(NOON);
        assertThat(snapshots.readAsAWhole).isEqualTo(3);
    }

    @Test
    void forgetsOldReasonsThoughTheClockWentBack() {
        followAt(NOON);
        lines.of(concert).apply(List.of(new TokenChange(1, new Ended(EndReason.PAID))));

        followAt(NOON.minus(Duration.ofHours(1)));
        assertThat(lines.of(concert).look(1, NOON)).isEqualTo(new Ended(EndReason.PAID));
        followAt(NOON.minus(Duration.ofHours(2)));
        assertThat(lines.of(concert).look(1, NOON)).isEqualTo(new Ended(null));
    }

    private void followAt(Instant at) {
        snapshots.at = at;
        follow.follow();
    }

    /** One line, in which nothing happens. */
    private final class Snapshots implements LineChanges {

        private Instant at = NOON;
        private int readAsAWhole;

        @Override
        public Moment moment() {
            return new Moment(1, at);
        }

        @Override
        public List<OpenLine> lines() {
            var settings = new LineSettings(1, 1, false);
            return List.of(new OpenLine(concert, 1, new LineTerms(settings, 0, Instant.MAX, 0)));
        }

        @Override
        public List<OpenLine> lines(Duration closedRetention, Collection<ConcertId> followed) {
            return lines();
        }

        @Override
        public void since(long horizon, Reader reader) {}

        @Override
        public List<Stretch> stretches() {
            readAsAWhole++;
            return List.of();
        }

        @Override
        public long[] waiting(ConcertId concertId, long from, long to) {
            throw new AssertionError("nobody waits");
        }

        @Override
        public void notWaiting(Reader reader) {}
    }
}
