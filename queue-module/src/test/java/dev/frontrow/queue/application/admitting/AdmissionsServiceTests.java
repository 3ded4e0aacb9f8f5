package dev.frontrow.queue.application.admitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.Outcome.Done;
import dev.frontrow.edge.Outcome.Refused;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.Admission;
import dev.frontrow.queue.Admissions.Pass;
import dev.frontrow.queue.application.BoundSettings;
import dev.frontrow.queue.application.memory.DatabaseClock;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.memory.MeasuredLines;
import dev.frontrow.queue.application.port.out.ActiveTokens;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenExpired;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenWaiting;
import dev.frontrow.queue.domain.TokenClaims;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenSigner;
import dev.frontrow.queue.domain.TokenState;
import dev.frontrow.queue.domain.TokenState.Active;
import dev.frontrow.queue.domain.TokenState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/** What one request finds that another one does at the same time, and what an instance remembers of it. */
class AdmissionsServiceTests {

    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final Instant NOON = Instant.parse("2026-12-24T12:00:00Z");
    private static final Instant USED_AT = NOON.plusSeconds(1);
    private static final Active NEVER_USED = new Active(Instant.MAX, Instant.MAX);
    private static final Active USED = new Active(Instant.MAX, null);

    private final ConcertId concert = new ConcertId(UUID.randomUUID());
    private final TokenId ofAnn = new TokenId(concert, 1);
    private final TokenId ofBob = new TokenId(concert, 2);
    private final TokenSigner signer = new TokenSigner(List.of(new byte[TokenSigner.KEY_BYTES_MIN]));
    private final DatabaseClock clock = new DatabaseClock();
    private final Lines lines = new Lines(clock, new MeasuredLines());
    private final InMemory tokens = new InMemory();
    private final AdmissionsService admissions =
            new AdmissionsService(signer, tokens, lines, clock, new FirstUses(tokens, lines), BoundSettings.usual());

    @Test
    void asksNoMoreAboutATokenWhoseFirstUseItHasMarked() {
        tokens.looks.add(NEVER_USED);
        tokens.markable.put(ofAnn, USED_AT);

        assertThat(check()).isEqualTo(new Admission(ofAnn.reference(), USED_AT));
        assertThat(check().reference()).isEqualTo(ofAnn.reference()); // a second look would find nothing
    }

    @Test
    void admitsWhereAnotherRequestMarksTheFirstUseMeanwhile() {
        tokens.looks.add(NEVER_USED);
        tokens.looks.add(USED);

        assertThat(check()).isEqualTo(new Admission(ofAnn.reference(), NOON));
    }

    @Test
    void refusesATokenThatIsOverBeforeItsFirstUseCanBeMarked() {
        tokens.looks.add(NEVER_USED);
        tokens.looks.add(NEVER_USED);

        assertThatThrownBy(this::check).isInstanceOf(QueueTokenExpired.class);
    }

    @Test
    void refusesATokenThatIsDeletedBeforeItsFirstUseCanBeMarked() {
        tokens.looks.add(NEVER_USED);

        assertThatThrownBy(this::check).isInstanceOf(QueueTokenExpired.class);
    }

    @Test
    void refusesOfThoseWhoAreLockedTogetherOnlyTheOneWhoseFirstUseComesTooLate() {
        tokens.looks.add(NEVER_USED);
        tokens.looks.add(NEVER_USED);
        tokens.markable.put(ofAnn, USED_AT);

        var outcomes = lockBoth();

        assertThat(outcomes.getFirst()).isEqualTo(new Done<>(new Admission(ofAnn.reference(), NOON)));
        assertThat(outcomes.getLast())
                .isInstanceOfSatisfying(
                        Refused.class, late -> assertThat(late.refusal()).isInstanceOf(QueueTokenExpired.class));
    }

    @Test
    void remembersTheFirstUsesOfATransactionThatHasCommitted() {
        tokens.looks.add(NEVER_USED);
        tokens.looks.add(NEVER_USED);
        tokens.markable.put(ofAnn, USED_AT);

        lockBoth();

        assertThat(check().reference()).isEqualTo(ofAnn.reference()); // a look would find nothing
        assertThat(lines.of(concert).active(NOON)).isEqualTo(1);
    }

    @Test
    void knowsFromARefusalThatSomebodyWaits() {
        tokens.looks.add(new Waiting());

        assertThatThrownBy(this::check)
                .isInstanceOfSatisfying(
                        QueueTokenWaiting.class,
                        refused -> assertThat(refused.position()).isEqualTo(1));
        assertThat(lines.of(concert).hasWaiting()).isTrue();
    }

    private Admission check() {
        return admissions.check(tokenOf(ofAnn, ANN), ANN, concert);
    }

    /** In a transaction that commits. */
    private List<Outcome<Admission>> lockBoth() {
        TransactionSynchronizationManager.initSynchronization();
        try {
            var outcomes = admissions.lock(
                    List.of(new Pass(tokenOf(ofAnn, ANN), ANN, concert), new Pass(tokenOf(ofBob, BOB), BOB, concert)));
            TransactionSynchronizationUtils.triggerAfterCommit();
            return outcomes;
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    private String tokenOf(TokenId id, UserId user) {
        return signer.sign(TokenClaims.of(id, NOON.minus(Duration.ofMinutes(1)), user));
    }

    /** Tokens as they are found look after look, and nothing in the end; and those whose first use can be marked. */
    private static final class InMemory implements ActiveTokens {

        private final Deque<TokenState> looks = new ArrayDeque<>();
        private final Map<TokenId, Instant> markable = new HashMap<>();

        @Override
        public Optional<Seen> find(TokenId id, UserId userId) {
            return Optional.ofNullable(looks.poll()).map(state -> new Seen(state, NOON));
        }

        @Override
        public Map<TokenId, Seen> lock(Map<TokenId, UserId> owners) {
            var seen = new HashMap<TokenId, Seen>();
            owners.forEach((id, user) -> find(id, user).ifPresent(found -> seen.put(id, found)));
            return seen;
        }

        @Override
        public void lockActiveOf(UserId userId, ConcertId concertId) {
            throw new AssertionError("nobody's actions are awaited");
        }

        @Override
        public Map<TokenId, Instant> markUsed(Collection<TokenId> ids) {
            var marked = new HashMap<>(markable);
            marked.keySet().retainAll(ids);
            return marked;
        }
    }
}
