package dev.frontrow.queue.application.admitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.memory.DatabaseClock;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.out.AdmittingTokens;
import dev.frontrow.queue.domain.TokenBucket;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenState.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class AdmitWaitingServiceTests {

    private final Lines lines = new Lines(new DatabaseClock(), (line, now) -> {});
    private final List<ConcertId> tried = new ArrayList<>();

    static Stream<RuntimeException> failuresOfALine() {
        return Stream.of(
                new IllegalStateException("more than the cap allows"),
                new InvalidDataAccessResourceUsageException("a value out of range"),
                new PessimisticLockingFailureException("locked"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfALine")
    void triesEveryLineWhateverOneFailsWith(RuntimeException failure) {
        var admit = admitting(failure);

        assertThatThrownBy(admit::admit).isSameAs(failure);

        assertThat(tried).hasSize(3);
    }

    @Test
    void triesNoOtherLineWithoutAConnection() {
        var admit = admitting(new CannotCreateTransactionException("no connection"));

        assertThatThrownBy(admit::admit).isInstanceOf(CannotCreateTransactionException.class);

        assertThat(tried).hasSize(1);
    }

    private AdmitWaitingService admitting(RuntimeException failure) {
        for (int i = 0; i < 3; i++) {
            lines.of(new ConcertId(UUID.randomUUID())).apply(List.of(new TokenChange(1, new Waiting())));
        }
        var properties = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("frontrow.queue", QueueProperties.class);
        return new AdmitWaitingService(lines, new AdmissionStep(new FailingFirst(failure), properties));
    }

    /** Fails at the first line, and has nobody's turn at the others. */
    private final class FailingFirst implements AdmittingTokens {

        private final RuntimeException failure;

        FailingFirst(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public Optional<Turn> takeTurn(ConcertId concertId) {
            tried.add(concertId);
            if (tried.size() == 1) {
                throw failure;
            }
            return Optional.empty();
        }

        @Override
        public Turn awaitTurn(ConcertId concertId) {
            throw new AssertionError("nothing is changed");
        }

        @Override
        public Step admit(ConcertId concertId, int maxActive, int countMax, Duration activeTtl, Duration noShowAfter) {
            throw new AssertionError("it is nobody's turn");
        }

        @Override
        public void record(ConcertId concertId, Step step, int maxActive, TokenBucket left) {
            throw new AssertionError("nobody is admitted");
        }
    }
}
