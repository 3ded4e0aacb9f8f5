package dev.frontrow.queue.application.admitting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Version;
import dev.frontrow.queue.application.BoundSettings;
import dev.frontrow.queue.application.memory.DatabaseClock;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.memory.MeasuredLines;
import dev.frontrow.queue.application.port.out.AdmittingTokens;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.TokenBucket;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenState.Active;
import dev.frontrow.queue.domain.TokenState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class AdmitWaitingServiceTests {

    private final Lines lines = new Lines(new DatabaseClock(), new MeasuredLines());
    private final List<ConcertId> concerts = new ArrayList<>();
    private final List<List<ConcertId>> asked = new ArrayList<>();
    private final List<Set<ConcertId>> moved = new ArrayList<>();
    private int due = 10;
    private double secondsSince;

    static Stream<RuntimeException> failuresOfALine() {
        return Stream.of(
                new IllegalStateException("more than the cap allows"),
                new InvalidDataAccessResourceUsageException("a value out of range"),
                new PessimisticLockingFailureException("locked"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfALine")
    void movesEveryOtherLineWhateverOneFailsWith(RuntimeException failure) {
        waitingIn(3);
        var outOfOrder = concerts.getFirst();
        var admit = admitting(asked -> asked.contains(outOfOrder) ? failure : null);

        assertThatThrownBy(admit::admit).isSameAs(failure);

        assertThat(moved).containsExactlyInAnyOrder(Set.of(concerts.get(1)), Set.of(concerts.get(2)));
    }

    @Test
    void triesNoOtherLineWithoutAConnection() {
        waitingIn(3);
        var noConnection = new CannotCreateTransactionException("no connection");

        assertThatThrownBy(admitting(asked -> noConnection)::admit).isSameAs(noConnection);

        assertThat(asked).hasSize(1);
    }

    @Test
    void movesManyLinesInOneTransaction() {
        waitingIn(50);

        admitting(asked -> null).admit();

        assertThat(moved).containsExactly(Set.copyOf(concerts));
    }

    @Test
    void movesInTransactionsOfTheirOwnLinesThatOneHasNoRoomFor() {
        due = 3_000;
        waitingIn(3);

        admitting(asked -> null).admit();

        assertThat(moved).hasSize(3).allSatisfy(lines -> assertThat(lines).hasSize(1));
        assertThat(moved.stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(concerts);
    }

    @Test
    void movesInOneTransactionWhatItJustHasRoomFor() {
        due = 2_500;
        waitingIn(2);

        admitting(asked -> null).admit();

        assertThat(moved).containsExactly(Set.copyOf(concerts));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void warnsOfNothingWhereAnotherInstanceHadItsTurnMeanwhile(CapturedOutput output) {
        secondsSince = -0.1;
        waitingIn(1);

        admitting(asked -> null).admit();

        assertThat(moved).hasSize(1);
        assertThat(output).doesNotContain("clock went back");
    }

    @Test
    void writesNothingDownThatIsOverTheCap() {
        var concert = new ConcertId(UUID.randomUUID());
        var bucket = TokenBucket.of(1, 1, Duration.ofSeconds(1));

        assertThat(new AdmittingTokens.Step(concert, new long[] {7, 9}, 8, 10, bucket, 1).activeAfter())
                .isEqualTo(10);
        assertThatIllegalStateException()
                .isThrownBy(() -> new AdmittingTokens.Step(concert, new long[] {7, 9}, 9, 10, bucket, 1))
                .withMessageContaining("over 10");
    }

    private void waitingIn(int count) {
        for (int i = 0; i < count; i++) {
            var concert = new ConcertId(UUID.randomUUID());
            concerts.add(concert);
            lines.of(concert).apply(List.of(new TokenChange(1, new Waiting())));
        }
    }

    private AdmitWaitingService admitting(Function<List<ConcertId>, @Nullable RuntimeException> failure) {
        return new AdmitWaitingService(lines, new AdmissionStep(new InMemory(failure), BoundSettings.usual()));
    }

    /** Lines that are open and in which enough people wait. */
    private final class InMemory implements AdmittingTokens {

        private final Function<List<ConcertId>, @Nullable RuntimeException> failure;

        InMemory(Function<List<ConcertId>, @Nullable RuntimeException> failure) {
            this.failure = failure;
        }

        @Override
        public List<Turn> takeTurns(List<ConcertId> concertIds) {
            asked.add(concertIds);
            var failed = failure.apply(concertIds);
            if (failed != null) {
                throw failed;
            }
            var settings = new LineSettings(Integer.MAX_VALUE, due, false);
            return concertIds.stream()
                    .map(concertId -> new Turn(concertId, settings, new Version(0), true, due, secondsSince))
                    .toList();
        }

        @Override
        public Turn awaitTurn(ConcertId concertId) {
            throw new AssertionError("nothing is changed");
        }

        @Override
        public int fillFromNow(List<ConcertId> concertIds) {
            assertThat(secondsSince).isNegative();
            return 0;
        }

        @Override
        public List<Front> lockNext(List<Share> shares) {
            return shares.stream()
                    .map(share -> {
                        var next = LongStream.rangeClosed(1, share.countMax()).toArray();
                        return new Front(share.concertId(), 0, next, next);
                    })
                    .toList();
        }

        @Override
        public Map<ConcertId, List<TokenChange>> admit(List<TokenId> ids, Duration activeTtl, Duration noShowAfter) {
            var active = new Active(Instant.MAX, null);
            return ids.stream()
                    .collect(groupingBy(
                            TokenId::concertId, mapping(id -> new TokenChange(id.number(), active), toList())));
        }

        @Override
        public void record(List<Step> steps) {
            moved.add(steps.stream().map(Step::concertId).collect(toSet()));
        }
    }
}
