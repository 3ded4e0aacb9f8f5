package dev.frontrow.queue.application.admitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.application.memory.DatabaseClock;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.memory.MeasuredLines;
import dev.frontrow.queue.application.port.out.ActiveTokens;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenState.Active;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/** First uses in transactions that are undone, of which a few are marked at a time. */
class FirstUsesTests {

    private static final int MANY = 20;

    private final ConcertId concert = new ConcertId(UUID.randomUUID());
    private final Lines lines = new Lines(new DatabaseClock(), new MeasuredLines());
    private final FirstUses firstUses = new FirstUses(new InMemory(), lines);

    @Test
    void countOneAfterTheOtherHoweverMany() {
        for (int number = 1; number <= MANY; number++) {
            undoneAfterUseOf(new TokenId(concert, number));

            int used = number;
            await().untilAsserted(() ->
                    assertThat(lines.of(concert).active(Instant.EPOCH)).isEqualTo(used));
        }
    }

    private void undoneAfterUseOf(TokenId id) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            firstUses.keepThoughUndone(Map.of(id, new Active(Instant.MAX, null)));
            TransactionSynchronizationUtils.triggerAfterCompletion(TransactionSynchronization.STATUS_ROLLED_BACK);
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    private static final class InMemory implements ActiveTokens {

        @Override
        public Map<TokenId, Instant> markUsed(Collection<TokenId> ids) {
            return Map.of(ids.iterator().next(), Instant.EPOCH);
        }

        @Override
        public Optional<Seen> find(TokenId id, UserId userId) {
            throw new AssertionError("nothing is looked at");
        }

        @Override
        public Map<TokenId, Seen> lock(Map<TokenId, UserId> owners) {
            throw new AssertionError("nothing is locked");
        }

        @Override
        public void lockActiveOf(UserId userId, ConcertId concertId) {
            throw new AssertionError("nothing is locked");
        }
    }
}
