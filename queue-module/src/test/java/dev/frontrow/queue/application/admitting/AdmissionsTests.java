package dev.frontrow.queue.application.admitting;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.LockWaits;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.Outcome.Done;
import dev.frontrow.edge.Outcome.LeftOut;
import dev.frontrow.edge.Outcome.Refused;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.Admission;
import dev.frontrow.queue.Admissions;
import dev.frontrow.queue.Admissions.Pass;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import dev.frontrow.queue.application.port.out.ActiveTokens;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenExpired;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenInvalid;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenRequired;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenWaiting;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenState.Active;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class AdmissionsTests {

    private final Admissions admissions;
    private final AdmitWaiting admit;
    private final GiveUpPlace giveUp;
    private final ActiveTokens tokens;
    private final Lines lines;
    private final PlatformTransactionManager transactions;
    private final TestQueue queue;
    private ConcertId concert;
    private String token;

    AdmissionsTests(
            Admissions admissions,
            AdmitWaiting admit,
            GiveUpPlace giveUp,
            ActiveTokens tokens,
            Lines lines,
            PlatformTransactionManager transactions,
            TestQueue queue) {
        this.admissions = admissions;
        this.admit = admit;
        this.giveUp = giveUp;
        this.tokens = tokens;
        this.lines = lines;
        this.transactions = transactions;
        this.queue = queue;
    }

    @BeforeEach
    void admitAnn() {
        concert = queue.fastLine(1);
        token = queue.token(ANN, concert);
        admit.admit();
    }

    @Test
    void letsNobodyActForTheUserWhileTheirActionsAreAwaited() {
        var transaction = new TransactionTemplate(transactions);
        var acting = new CompletableFuture<List<Outcome<Admission>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(_ -> {
                admissions.awaitActionsOf(ANN, concert);
                acting.completeAsync(
                        () -> transaction.execute(_ -> admissions.lock(List.of(new Pass(token, ANN, concert)))),
                        threads);
                LockWaits.await(queue.jdbc(), "queue.token");
                assertThat(acting).isNotDone();
            });
        }

        assertThat(acting.join()).singleElement().isInstanceOf(Outcome.Done.class);
        transaction.executeWithoutResult(_ -> admissions.awaitActionsOf(BOB, concert)); // who has no token
    }

    @Test
    void findsAnActiveTokenAndMarksItsFirstUse() {
        var first = admissions.check(token, ANN, concert);
        var second = admissions.check(token, ANN, concert);

        assertThat(first.reference()).isEqualTo(concert + "/1").isEqualTo(second.reference());
        assertThat(neverUsed()).isFalse();
    }

    @Test
    void locksAnActiveTokenInTheCallersTransaction() {
        var admission = new TransactionTemplate(transactions).execute(tx -> lock(token, ANN, concert));

        assertThat(admission.reference()).isEqualTo(concert + "/1");
        assertThat(neverUsed()).isFalse();
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> lock(token, ANN, concert));
    }

    @Test
    void takesAStatusThatOnlyANewerVersionKnowsForAnEnd() {
        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            queue.execute("alter table queue.token drop constraint token_status_check", concert);
            queue.execute("update queue.token set status = 'INVITED' where concert_id = :concert", concert);

            assertThatThrownBy(() -> admissions.check(token, ANN, concert)).isInstanceOf(QueueTokenExpired.class);
            assertThatThrownBy(() -> lock(token, ANN, concert)).isInstanceOf(QueueTokenExpired.class);
        });
    }

    @Test
    void countsTheFirstUseOfATransactionThatIsUndone() {
        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            lock(token, ANN, concert);
            tx.setRollbackOnly();
        });

        Awaitility.await().untilAsserted(() -> assertThat(neverUsed()).isFalse());
    }

    @Test
    void countsNoUseOfAnUndoneTransactionAfterTheEnd() throws Exception {
        queue.execute(
                "update queue.token set no_show_at = statement_timestamp() + interval '1 second' where concert_id = :concert",
                concert);
        var id = TokenId.parse(concert + "/1").orElseThrow();
        var used = new Active(Instant.MAX, null);
        queue.execute("update queue.token set expires_at = statement_timestamp() where concert_id = :concert", concert);

        var marked = new CompletableFuture<Map<TokenId, Instant>>();
        var firstUses = new FirstUses(telling(marked), lines);
        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            firstUses.keepThoughUndone(Map.of(id, used));
            tx.setRollbackOnly();
        });

        assertThat(marked.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(neverUsed()).isTrue();
    }

    @Test
    void refusesATokenThatEndsWhileItsLockIsWaitedFor() throws Exception {
        var outcome = new CompletableFuture<Boolean>();
        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            queue.execute("update queue.token set no_show_at = null where concert_id = :concert", concert);
            Thread.startVirtualThread(() -> {
                try {
                    new TransactionTemplate(transactions).executeWithoutResult(other -> lock(token, ANN, concert));
                    outcome.complete(true);
                } catch (RuntimeException refused) {
                    outcome.completeExceptionally(refused);
                }
            });
            LockWaits.await(queue.jdbc(), "queue.token");
            // Later than the other's statement began, so only one that looks once more finds it over.
            queue.execute("update queue.token set expires_at = clock_timestamp() where concert_id = :concert", concert);
        });

        assertThatThrownBy(() -> outcome.get(20, TimeUnit.SECONDS)).rootCause().isInstanceOf(QueueTokenExpired.class);
    }

    @Test
    void refusesAMissingToken() {
        refuses(null, ANN, concert, QueueTokenRequired.class);
        refuses("", ANN, concert, QueueTokenRequired.class);
    }

    @Test
    void refusesAForgedTokenOrOneOfAnotherUserOrConcert() {
        refuses(token + "A", ANN, concert, QueueTokenInvalid.class);
        refuses(token, BOB, concert, QueueTokenInvalid.class);
        refuses(token, ANN, queue.openConcert(), QueueTokenInvalid.class);
    }

    @Test
    void refusesAWaitingTokenAndTellsItsPosition() {
        var waiting = queue.token(BOB, concert);

        assertThatThrownBy(() -> admissions.check(waiting, BOB, concert))
                .isInstanceOfSatisfying(QueueTokenWaiting.class, refused -> {
                    assertThat(refused.position()).isEqualTo(1);
                    assertThat(refused.retryAfterSeconds()).isPositive();
                });
    }

    @Test
    void refusesATokenPastItsTimeSweptOrNot() {
        queue.execute("update queue.token set expires_at = statement_timestamp() where concert_id = :concert", concert);

        refuses(token, ANN, concert, QueueTokenExpired.class);
    }

    @Test
    void refusesATokenThatWasNotUsedInTimeSweptOrNot() {
        queue.execute("update queue.token set no_show_at = statement_timestamp() where concert_id = :concert", concert);

        refuses(token, ANN, concert, QueueTokenExpired.class);
    }

    @Test
    void refusesAWaitingTokenAfterTheLastSaleAsEnded() {
        var waiting = queue.token(BOB, concert);
        queue.execute("update queue.line set closes_at = statement_timestamp() where concert_id = :concert", concert);

        refuses(waiting, BOB, concert, QueueTokenExpired.class);
    }

    @Test
    void refusesAnEndedAndALongDeletedToken() {
        giveUp.giveUp(token, ANN);
        refuses(token, ANN, concert, QueueTokenExpired.class);
        queue.execute("delete from queue.token where concert_id = :concert", concert);
        refuses(token, ANN, concert, QueueTokenExpired.class);
    }

    @Test
    void answersManyWhoAreLockedTogetherEachForItself() {
        var waiting = queue.token(BOB, concert);

        var outcomes = new TransactionTemplate(transactions)
                .execute(tx -> admissions.lock(List.of(
                        new Pass(null, ANN, concert),
                        new Pass(token, ANN, concert),
                        new Pass(waiting, BOB, concert),
                        new Pass(token, BOB, concert),
                        new Pass(token, ANN, concert))));

        assertThat(outcomes)
                .extracting(outcome -> switch (outcome) {
                    case Done<Admission>(var admission) -> admission.reference();
                    case Refused<Admission>(var refusal) -> refusal.getClass().getSimpleName();
                    case LeftOut<Admission>() -> "left out";
                })
                .containsExactly(
                        "QueueTokenRequired", concert + "/1", "QueueTokenWaiting", "QueueTokenInvalid", concert + "/1");
        assertThat(neverUsed()).isFalse();
    }

    private Admission lock(@Nullable String sent, UserId userId, ConcertId where) {
        return switch (admissions.lock(List.of(new Pass(sent, userId, where))).getFirst()) {
            case Done<Admission>(var admission) -> admission;
            case Refused<Admission>(var refusal) -> throw refusal;
            case LeftOut<Admission>() -> throw new AssertionError("left out");
        };
    }

    private void refuses(
            @Nullable String sent, UserId userId, ConcertId where, Class<? extends RuntimeException> refusal) {
        assertThatThrownBy(() -> admissions.check(sent, userId, where)).isInstanceOf(refusal);
        assertThatThrownBy(() ->
                        new TransactionTemplate(transactions).executeWithoutResult(tx -> lock(sent, userId, where)))
                .isInstanceOf(refusal);
    }

    /** The tokens as they are; tells what came of marking one as used. */
    private ActiveTokens telling(CompletableFuture<Map<TokenId, Instant>> marked) {
        return new ActiveTokens() {
            @Override
            public Optional<Seen> find(TokenId id, UserId userId) {
                return tokens.find(id, userId);
            }

            @Override
            public Map<TokenId, Seen> lock(Map<TokenId, UserId> owners) {
                return tokens.lock(owners);
            }

            @Override
            public void lockActiveOf(UserId userId, ConcertId concertId) {
                tokens.lockActiveOf(userId, concertId);
            }

            @Override
            public Map<TokenId, Instant> markUsed(Collection<TokenId> ids) {
                var at = tokens.markUsed(ids);
                marked.complete(at);
                return at;
            }
        };
    }

    private boolean neverUsed() {
        return queue.jdbc()
                .sql(
                        "select no_show_at is not null as never from queue.token where concert_id = :concert and number = 1")
                .param("concert", concert.value())
                .query((row, n) -> row.getBoolean("never"))
                .single();
    }
}
