package dev.frontrow.queue.application.ending;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.queue.Admissions;
import dev.frontrow.queue.Admissions.Pass;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.EndPaidToken;
import dev.frontrow.queue.application.port.in.EndPaidToken.Effect;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import dev.frontrow.queue.application.port.in.LookAtLine;
import dev.frontrow.queue.application.port.in.SweepLines;
import dev.frontrow.queue.application.port.out.EndingTokens;
import dev.frontrow.queue.application.port.out.EndingTokens.Ending;
import dev.frontrow.queue.application.query.Place.Status;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.EndReason;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenInvalid;
import dev.frontrow.queue.domain.TokenId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tokens that were paid with, given up, or are over; silence is a matter of its own. */
@ModuleTest
class EndingTests {

    private final AdmitWaiting admit;
    private final FollowLines follow;
    private final SweepLines sweep;
    private final GiveUpPlace giveUp;
    private final Admissions admissions;
    private final PlatformTransactionManager transactions;
    private final EndPaidToken end;
    private final EndingTokens endings;
    private final PlaceViews places;
    private final LookAtLine lookAt;
    private final TestQueue queue;

    EndingTests(
            AdmitWaiting admit,
            FollowLines follow,
            SweepLines sweep,
            GiveUpPlace giveUp,
            Admissions admissions,
            PlatformTransactionManager transactions,
            EndPaidToken end,
            EndingTokens endings,
            PlaceViews places,
            LookAtLine lookAt,
            TestQueue queue) {
        this.admit = admit;
        this.follow = follow;
        this.sweep = sweep;
        this.giveUp = giveUp;
        this.admissions = admissions;
        this.transactions = transactions;
        this.end = end;
        this.endings = endings;
        this.places = places;
        this.lookAt = lookAt;
        this.queue = queue;
    }

    @Test
    void endsATokenThatWasPaidWithAndNoLaterOne() {
        var concert = queue.fastLine(5);
        var paid = queue.token(ANN, concert);
        admit.admit();

        assertThat(end.tokenPaidWith(concert + "/1")).isEqualTo(Effect.ENDED);
        var later = queue.token(ANN, concert);
        assertThat(end.tokenPaidWith(concert + "/1")).isEqualTo(Effect.ENDED_BEFORE);

        assertThat(places.current(paid).status()).isEqualTo(Status.EXPIRED);
        assertThat(places.current(paid).reason()).isEqualTo(EndReason.PAID);
        assertThat(places.current(later).status()).isEqualTo(Status.WAITING);
    }

    @Test
    void endsManyTokensAtOnceAndEachOnce() {
        var concerts = List.of(queue.openConcert(), queue.openConcert());
        concerts.forEach(concert -> queue.tokens(concert, 20));
        var given = queue.token(ANN, concerts.getFirst());
        giveUp.giveUp(given, ANN);
        var admissions = concerts.stream()
                .flatMap(concert -> LongStream.rangeClosed(1, 21).mapToObj(number -> concert + "/" + number))
                .toList();
        var twice = Stream.concat(admissions.stream(), admissions.stream()).toList();

        var effects = AtOnce.each(twice, end::tokenPaidWith);

        assertThat(effects).filteredOn(Effect.ENDED::equals).hasSize(40);
        assertThat(effects).filteredOn(Effect.ENDED_BEFORE::equals).hasSize(44);
        assertThat(concerts)
                .allSatisfy(concert -> assertThat(queue.numbers(concert, "ENDED"))
                        .containsAll(LongStream.rangeClosed(1, 20).boxed().toList()));
        assertThat(places.current(given).reason()).isEqualTo(EndReason.GIVEN_UP);
    }

    @Test
    void failsOnlyTheOneThatCannotBeEnded() {
        var concert = queue.openConcert();
        queue.tokens(concert, 20);
        alterTokens("add constraint not_this_one check (user_id <> 'user-7' or status <> 'ENDED') not valid");
        try {
            var outcomes = AtOnce.outcomes(LongStream.rangeClosed(1, 20)
                    .<Callable<Effect>>mapToObj(number -> () -> end.tokenPaidWith(concert + "/" + number))
                    .toList());
            assertThat(outcomes).filteredOn(it -> it.thrown() != null).containsExactly(outcomes.get(6));
        } finally {
            alterTokens("drop constraint not_this_one");
        }

        assertThat(queue.numbers(concert, "ENDED")).hasSize(19).doesNotContain(7L);
    }

    @Test
    void answersAnUnreadableAdmissionWithAResult() {
        assertThat(end.tokenPaidWith("somebody else's")).isEqualTo(Effect.UNREADABLE);
    }

    @Test
    void endsNothingWhereThePayerStoodInNoLine() {
        assertThat(end.tokenPaidWith("")).isEqualTo(Effect.NO_PLACE);
    }

    @Test
    void endsATokenWhoseTimeIsOver() {
        var concert = queue.fastLine(5);
        var token = queue.token(ANN, concert);
        admit.admit();
        queue.execute("""
                update queue.token set no_show_at = null, expires_at = statement_timestamp() - interval '1 second',
                       changed = pg_current_xact_id() where concert_id = :concert
                """, concert);

        sweep.sweep();

        assertThat(queue.reason(concert, 1)).isEqualTo("TIME");
        assertThat(places.current(token).reason()).isEqualTo(EndReason.TIME);
    }

    @Test
    void endsATokenForAReasonThatOnlyANewerVersionKnows() {
        var concert = queue.fastLine(5);
        queue.token(ANN, concert);
        admit.admit();

        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            alterTokens("drop constraint token_reason_check");
            queue.jdbc().sql("""
                    do $do$ begin
                      execute 'create or replace view queue.token_now as '
                              || replace(pg_get_viewdef('queue.token_now'::regclass), $q$'TIME'$q$, $q$'MOVED'$q$);
                    end $do$
                    """).update();
            queue.execute("""
                    update queue.token set no_show_at = null, expires_at = statement_timestamp() - interval '1 second'
                     where concert_id = :concert
                    """, concert);

            assertThat(endings.endOver(Integer.MAX_VALUE)).contains(new Ending(new TokenId(concert, 1), null));
        });
    }

    @Test
    void endsATokenThatWasNeverUsed() {
        var concert = queue.fastLine(5);
        var token = queue.token(ANN, concert);
        admit.admit();
        queue.letTimeToUseBeOver(concert);

        sweep.sweep();

        assertThat(queue.reason(concert, 1)).isEqualTo("NO_SHOW");
        assertThat(places.current(token).reason()).isEqualTo(EndReason.NO_SHOW);
    }

    @Test
    void keepsATokenWhoseFirstUseBeganInTimeAndIsNotCommittedYet() throws Exception {
        var concert = queue.fastLine(5);
        var token = queue.token(ANN, concert);
        admit.admit();
        queue.letTimeToUseBeOver(concert);

        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            queue.beginInTime(concert);
            admissions.lock(List.of(new Pass(token, ANN, concert)));
            inAnotherThread(sweep::sweep);
        });
        sweep.sweep();

        assertThat(queue.numbers(concert, "ACTIVE")).containsExactly(1L);
        assertThat(places.current(token).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void endsEverybodyWhenTheLastSaleCloses() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 2);
        admit.admit();
        queue.letAllSalesBeOver(concert);
        follow.follow();

        assertThat(places.current(tokens.get(1)).reason()).isEqualTo(EndReason.SALE_CLOSED);
        sweep.sweep();

        assertThat(queue.reason(concert, 1)).isEqualTo("SALE_CLOSED");
        assertThat(queue.reason(concert, 2)).isEqualTo("SALE_CLOSED");
        assertThat(places.current(tokens.get(0)).reason()).isEqualTo(EndReason.SALE_CLOSED);
    }

    @Test
    void givesUpExactlyThePlaceItIsAskedTo() {
        var concert = queue.openConcert();
        var tokens = queue.tokens(concert, 2);

        giveUp.giveUp(tokens.get(0), user(1));
        giveUp.giveUp(tokens.get(0), user(1));

        assertThat(places.current(tokens.get(0)).reason()).isEqualTo(EndReason.GIVEN_UP);
        assertThat(places.current(tokens.get(1)).position()).isEqualTo(1);
        assertThatThrownBy(() -> giveUp.giveUp(tokens.get(1), user(1))).isInstanceOf(QueueTokenInvalid.class);
    }

    @Test
    void givesUpManyPlacesInFewTransactions() {
        var concert = queue.openConcert();
        var tokens = queue.tokens(concert, 200);
        var givingUp = IntStream.range(0, 200)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    giveUp.giveUp(tokens.get(i), user(i + 1));
                    return true;
                })
                .toList();

        AtOnce.all(givingUp);

        assertThat(queue.numbers(concert, "ENDED")).hasSize(200);
        assertThat(queue.transactions(concert)).isLessThan(100);
    }

    @Test
    void givesUpAnActivePlaceUsedOrNot() {
        var concert = queue.fastLine(5);
        var tokens = queue.tokens(concert, 2);
        admit.admit();
        admissions.check(tokens.get(0), user(1), concert);

        giveUp.giveUp(tokens.get(0), user(1));
        giveUp.giveUp(tokens.get(1), user(2));

        assertThat(queue.reason(concert, 1)).isEqualTo("GIVEN_UP");
        assertThat(queue.reason(concert, 2)).isEqualTo("GIVEN_UP");
    }

    @Test
    void deletesEndedTokensButKeepsCount() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 3);
        admit.admit();
        end.tokenPaidWith(concert + "/1");
        giveUp.giveUp(tokens.get(1), user(2));
        var before = lookAt.look(concert).figures();
        queue.execute("""
                update queue.token set ended_at = ended_at - interval '1 hour'
                 where concert_id = :concert and status = 'ENDED'
                """, concert);

        sweep.sweep();

        var after = lookAt.look(concert).figures();
        assertThat(queue.numbers(concert, "ENDED")).isEmpty();
        assertThat(before).isEqualTo(after);
        assertThat(after.completedTotal()).isEqualTo(1);
        assertThat(after.expiredTotal()).isEqualTo(1);
        assertThat(after.admittedTotal()).isEqualTo(1);
        assertThat(after.waiting()).isEqualTo(1);
        assertThat(after.active()).isZero();
    }

    @Test
    void forgetsOldProofsButTheLast() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 2);
        admit.admit();
        giveUp.giveUp(tokens.get(0), user(1));
        admit.admit();
        queue.execute("update queue.admission set at = at - interval '1 day' where concert_id = :concert", concert);

        sweep.sweep();

        assertThat(queue.jdbc()
                        .sql("select first_number from queue.admission where concert_id = :concert")
                        .param("concert", concert.value())
                        .query((row, n) -> row.getLong("first_number"))
                        .list())
                .containsExactly(2L);
    }

    private void alterTokens(String change) {
        queue.jdbc().sql("alter table queue.token " + change).update();
    }

    private static void inAnotherThread(Runnable action) {
        CompletableFuture.runAsync(action, Thread::startVirtualThread).join();
    }
}
