package dev.frontrow.queue.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.BoundSettings;
import dev.frontrow.queue.application.port.out.LineChanges;
import dev.frontrow.queue.domain.EndReason;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.LineTerms;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenState.Ended;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FollowLinesServiceTests {

    private static final Instant NOON = Instant.parse("2026-12-24T12:00:00Z");

    private final ConcertId concert = new ConcertId(UUID.randomUUID());
    private final DatabaseClock clock = new DatabaseClock();
    private final Lines lines = new Lines(clock, new MeasuredLines());
    private final Snapshots snapshots = new Snapshots();
    private final FollowLinesService follow = new FollowLinesService(snapshots, lines, clock, BoundSettings.usual());

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

    @Test
    void goesOnFollowingAfterHalfTheTimeForWhichEndedTokensAreKeptAndNoLonger() {
        var half = BoundSettings.usual().endedRetention().dividedBy(2);
        followAt(NOON);

        followAt(NOON.plus(half));
        assertThat(snapshots.readAsAWhole).isEqualTo(1);
        followAt(NOON.plus(half).plus(half).plusMillis(1));
        assertThat(snapshots.readAsAWhole).isEqualTo(2);
    }

    @Test
    void readsAllWhoWaitAFewAtATime() {
        snapshots.lastNumber = 131_073;

        followAt(NOON);

        assertThat(snapshots.asked).containsExactly("1 to 65536", "65537 to 131072", "131073 to 196608");
        assertThat(lines.of(concert).position(131_073)).isEqualTo(3);
    }

    private void followAt(Instant at) {
        snapshots.at = at;
        follow.follow();
    }

    /** One line, in which nothing happens; of each stretch that is read, the first number waits. */
    private final class Snapshots implements LineChanges {

        private Instant at = NOON;
        private int readAsAWhole;
        private long lastNumber = 1;
        private final List<String> asked = new ArrayList<>();

        @Override
        public Moment moment() {
            return new Moment(1, at);
        }

        @Override
        public List<OpenLine> lines() {
            var settings = new LineSettings(1, 1, false);
            return List.of(new OpenLine(concert, lastNumber, new LineTerms(settings, 0, Instant.MAX, 0)));
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
            return lastNumber == 1 ? List.of() : List.of(new Stretch(concert, 1, lastNumber));
        }

        @Override
        public long[] waiting(ConcertId concertId, long from, long to) {
            asked.add(from + " to " + to);
            return new long[] {from};
        }

        @Override
        public void notWaiting(Reader reader) {}
    }
}
