package dev.frontrow.queue.application.ending;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.Admissions;
import dev.frontrow.queue.Admissions.Pass;
import dev.frontrow.queue.SecondInstance;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.EndPaidToken;
import dev.frontrow.queue.application.port.in.EndPaidToken.Effect;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import dev.frontrow.queue.application.port.in.LookAtLine;
import dev.frontrow.queue.application.port.in.RecordPresence;
import dev.frontrow.queue.application.port.in.SweepLines;
import dev.frontrow.queue.application.port.out.EndingTokens;
import dev.frontrow.queue.application.port.out.EndingTokens.Ending;
import dev.frontrow.queue.application.query.Place.Status;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.EndReason;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenInvalid;
import dev.frontrow.queue.domain.TokenId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class EndingTests {

    private final AdmitWaiting admit;
    private final FollowLines follow;
    private final SweepLines sweep;
    private final RecordPresence presence;
    private final GiveUpPlace giveUp;
    private final Admissions admissions;
    private final PlatformTransactionManager transactions;
    private final EndPaidToken end;
    private final EndingTokens endings;
    private final PlaceViews places;
    private final LookAtLine lookAt;
    private final ApplicationContext application;
    private final TestQueue queue;

    EndingTests(
            AdmitWaiting admit,
            FollowLines follow,
            SweepLines sweep,
            RecordPresence presence,
            GiveUpPlace giveUp,
            Admissions admissions,
            PlatformTransactionManager transactions,
            EndPaidToken end,
            EndingTokens endings,
            PlaceViews places,
            LookAtLine lookAt,
            ApplicationContext application,
            TestQueue queue) {
        this.admit = admit;
        this.follow = follow;
        this.sweep = sweep;
        this.presence = presence;
        this.giveUp = giveUp;
        this.admissions = admissions;
        this.transactions = transactions;
        this.end = end;
        this.endings = endings;
        this.places = places;
        this.lookAt = lookAt;
        this.application = application;
        this.queue = queue;
    }

    @BeforeEach
    void forgetInstancesOfOtherTests() {
        queue.jdbc().sql("delete from queue.instance").update();
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

    private void alterTokens(String change) {
        queue.jdbc().sql("alter table queue.token " + change).update();
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
        queue.execute(
                "update queue.token set no_show_at = statement_timestamp() - interval '1 second' where concert_id = :concert",
                concert);

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
        queue.execute("""
                with closed as (
                  update queue.line set closes_at = statement_timestamp() - interval '1 second'
                   where concert_id = :concert returning concert_id, closes_at)
                update queue.token t set expires_at = c.closes_at, no_show_at = null, changed = pg_current_xact_id()
                  from closed c where t.concert_id = c.concert_id and t.status = 'ACTIVE'
                """, concert);
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
    void endsAPlaceNobodyAsksAboutAndKeepsOneThatSomebodyDoes() {
        var concert = queue.openConcert();
        var tokens = queue.tokens(concert, 2);
        letNobodyAskForLongEnough(concert);

        places.current(tokens.get(1));
        presence.record();

        assertThat(queue.numbers(concert, "WAITING")).containsExactly(2L);
        assertThat(queue.reason(concert, 1)).isEqualTo("ABANDONED");
        assertThat(places.current(tokens.get(1)).position()).isEqualTo(1);
        assertThat(places.current(tokens.get(0)).reason()).isEqualTo(EndReason.ABANDONED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"presence set written_at", "line set watched_since", "token set issued_at"})
    void endsNoPlaceBeforeItWasSilentAndWatchedForTheTime(String since) {
        var concert = queue.openConcert();
        queue.token(ANN, concert);
        letNobodyAskForLongEnough(concert);

        age(since, "9 minutes 30 seconds", concert);
        presence.record();
        assertThat(queue.numbers(concert, "WAITING")).containsExactly(1L);

        age(since, "10 minutes 30 seconds", concert);
        presence.record();
        assertThat(queue.reason(concert, 1)).isEqualTo("ABANDONED");
    }

    @Test
    void keepsAPlaceThatSomebodyAsksAnotherInstanceAbout() {
        var concert = queue.openConcert();
        var tokens = queue.tokens(concert, 2);
        try (var second = SecondInstance.start(application)) {
            var otherPresence = second.getBean(RecordPresence.class);
            otherPresence.record();
            letNobodyAskForLongEnough(concert);

            second.getBean(PlaceViews.class).current(tokens.get(0));
            otherPresence.record();
            presence.record();
        }

        assertThat(queue.numbers(concert, "WAITING")).containsExactly(1L);
        assertThat(queue.reason(concert, 2)).isEqualTo("ABANDONED");
    }

    @Test
    void countsSilenceUpToWhatEveryInstanceHasTold() {
        var concert = queue.openConcert();
        queue.token(ANN, concert);
        letNobodyAskForLongEnough(concert);
        var mute = UUID.randomUUID();

        for (var silence : List.of("3 minutes", "19 minutes")) {
            wasThereLast(mute, silence);
            presence.record();
            assertThat(queue.numbers(concert, "WAITING")).as(silence).containsExactly(1L);
        }

        wasThereLast(mute, "21 minutes");
        presence.record();
        assertThat(queue.reason(concert, 1)).as("the other one is dead").isEqualTo("ABANDONED");
    }

    @Test
    void endsAPlaceThatWasSilentBeforeAnInstanceFellSilent() {
        var concert = queue.openConcert();
        queue.token(ANN, concert);
        letNobodyAskForLongEnough(concert);
        wasThereLast(UUID.randomUUID(), "1 minute 30 seconds");

        presence.record();

        assertThat(queue.reason(concert, 1)).isEqualTo("ABANDONED");
    }

    @Test
    void endsASilentPlaceThoughInstancesComeAndGo() {
        var concert = queue.openConcert();
        queue.token(ANN, concert);
        presence.record();
        letNobodyAskForLongEnough(concert);

        for (int i = 0; i < 2; i++) {
            try (var second = SecondInstance.start(application)) {
                second.getBean(RecordPresence.class).record();
            }
        }

        assertThat(queue.reason(concert, 1)).isEqualTo("ABANDONED");
    }

    @Test
    void tellsWhomItHeardOfBeforeItStops() {
        var concert = queue.openConcert();
        var token = queue.token(ANN, concert);
        try (var second = SecondInstance.start(application)) {
            letNobodyAskForLongEnough(concert);
            second.getBean(PlaceViews.class).current(token);
        }

        presence.record();

        assertThat(queue.numbers(concert, "WAITING")).containsExactly(1L);
    }

    @Test
    void isThereAsSoonAsItTakesRequests() {
        var concert = queue.openConcert();
        var token = queue.token(ANN, concert);
        try (var second = SecondInstance.start(application)) {
            letNobodyAskForLongEnough(concert);
            second.getBean(PlaceViews.class).current(token);
            queue.jdbc().sql("""
                    update queue.instance set written_at = statement_timestamp() - interval '3 minutes'
                    """).update();

            presence.record();

            assertThat(queue.numbers(concert, "WAITING")).containsExactly(1L);
        }
    }

    /** Has what was written about a line be twelve minutes old. */
    private void letNobodyAskForLongEnough(ConcertId concert) {
        follow.follow();
        presence.record();
        for (var since : List.of("presence set written_at", "line set watched_since", "token set issued_at")) {
            age(since, "12 minutes", concert);
        }
    }

    private void age(String since, String ago, ConcertId concert) {
        queue.execute(
                "update queue." + since + " = statement_timestamp() - interval '" + ago
                        + "' where concert_id = :concert",
                concert);
    }

    private void wasThereLast(UUID instance, String ago) {
        queue.jdbc().sql("""
                        insert into queue.instance (instance_id, written_at)
                        values (:instance, statement_timestamp() - cast(:ago as interval))
                            on conflict (instance_id) do update set written_at = excluded.written_at
                        """).param("instance", instance).param("ago", ago).update();
    }

    @Test
    void writesThatItIsThereAndThatItStops() {
        presence.record();
        var before = instances();
        try (var second = SecondInstance.start(application)) {
            second.getBean(RecordPresence.class).record();
            assertThat(instances()).anyMatch(instance -> !before.contains(instance));
        }

        assertThat(instances()).allMatch(before::contains);
    }

    private List<UUID> instances() {
        return queue.jdbc()
                .sql("select instance_id from queue.instance where left_at is null")
                .query((row, n) -> row.getObject("instance_id", UUID.class))
                .list();
    }

    @Test
    void beginsTheWatchAnewWhereNobodyKeptItForHalfTheTime() {
        var concert = queue.openConcert();
        queue.tokens(concert, 1);
        age("line set watched_since", "1 day", concert);
        var former = UUID.randomUUID();

        wasThereLast(former, "4 minutes 30 seconds");
        presence.record();
        assertThat(isWatchedAnew(concert)).isFalse();

        queue.jdbc().sql("delete from queue.instance").update();
        wasThereLast(former, "5 minutes 30 seconds");
        presence.record();
        assertThat(isWatchedAnew(concert)).isTrue();
    }

    @Test
    void doesNotWaitForATimeThatIsStillToComeWhenTheDatabasesClockWentBack() {
        var concert = queue.openConcert();
        queue.token(ANN, concert);
        letNobodyAskForLongEnough(concert);
        age("line set watched_since", "-1 hour", concert);

        presence.record();
        queue.execute("""
                update queue.line set watched_since = watched_since - interval '12 minutes' where concert_id = :concert
                """, concert);
        presence.record();

        assertThat(queue.reason(concert, 1)).isEqualTo("ABANDONED");
    }

    private boolean isWatchedAnew(ConcertId concert) {
        return queue.jdbc()
                .sql("""
                        select watched_since > statement_timestamp() - interval '1 minute' as anew
                          from queue.line where concert_id = :concert
                        """)
                .param("concert", concert.value())
                .query((row, n) -> row.getBoolean("anew"))
                .single();
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

    private static void inAnotherThread(Runnable action) {
        CompletableFuture.runAsync(action, Thread::startVirtualThread).join();
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
}
