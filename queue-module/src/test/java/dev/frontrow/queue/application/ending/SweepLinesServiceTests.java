package dev.frontrow.queue.application.ending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.application.BoundSettings;
import dev.frontrow.queue.application.memory.DatabaseClock;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.memory.MeasuredLines;
import dev.frontrow.queue.application.port.out.EndingTokens;
import dev.frontrow.queue.domain.EndReason;
import dev.frontrow.queue.domain.TokenId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepLinesServiceTests {

    private final DatabaseClock clock = new DatabaseClock();
    private final Lines lines = new Lines(clock, new MeasuredLines());
    private final Map<String, Integer> left = new HashMap<>();
    private final Map<String, Integer> steps = new HashMap<>();
    private final SweepLinesService sweep =
            new SweepLinesService(new InMemory(), new EndedTokens(lines), lines, clock, BoundSettings.usual());

    @Test
    void goesOnInSmallStepsUntilNothingIsLeft() {
        left.putAll(Map.of("end", 4_500, "delete", 2_000, "forget", 6_001));

        sweep.sweep();

        assertThat(left).isEqualTo(Map.of("end", 0, "delete", 0, "forget", 0));
        assertThat(steps).isEqualTo(Map.of("end", 3, "delete", 2, "forget", 4));
    }

    @Test
    void leavesForTheNextTimeWhatIsTooMuchForOne() {
        left.putAll(Map.of("end", 100_000, "delete", 100_000, "forget", 100_000));

        sweep.sweep();

        assertThat(left).isEqualTo(Map.of("end", 80_000, "delete", 80_000, "forget", 80_000));
    }

    private final class InMemory implements EndingTokens {

        private int step(String what, int countMax) {
            steps.merge(what, 1, Integer::sum);
            int done = Math.min(countMax, left.getOrDefault(what, 0));
            left.merge(what, -done, Integer::sum);
            return done;
        }

        @Override
        public List<Ending> endOver(int countMax) {
            var concert = new ConcertId(UUID.randomUUID());
            return IntStream.rangeClosed(1, step("end", countMax))
                    .mapToObj(number -> new Ending(new TokenId(concert, number), EndReason.TIME))
                    .toList();
        }

        @Override
        public int deleteEnded(Duration retention, int countMax) {
            return step("delete", countMax);
        }

        @Override
        public int deleteSteps(Duration retention, int countMax) {
            return step("forget", countMax);
        }

        @Override
        public List<Ending> endClosed(List<ConcertId> concertIds, int countMax) {
            throw new AssertionError("nobody waits");
        }

        @Override
        public List<Ending> endPaid(Collection<TokenId> ids) {
            throw new AssertionError("nobody pays");
        }

        @Override
        public List<Ending> giveUp(Map<TokenId, UserId> owners) {
            throw new AssertionError("nobody gives up");
        }

        @Override
        public void endBy(ConcertId concertId, Instant closesAt) {
            throw new AssertionError("nothing is changed");
        }

        @Override
        public List<Ending> endAbandoned(ConcertId concertId, long[] numbers, Instant silentSince) {
            throw new AssertionError("nobody is silent");
        }
    }
}
