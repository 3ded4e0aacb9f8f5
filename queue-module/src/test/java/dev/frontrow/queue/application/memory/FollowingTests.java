package dev.frontrow.queue.application.memory;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.BOB;
import static dev.frontrow.queue.TestQueue.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.SecondInstance;
import dev.frontrow.queue.SentStatements;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.ChangeLine;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import dev.frontrow.queue.application.port.in.JoinLine;
import dev.frontrow.queue.application.port.in.SweepLines;
import dev.frontrow.queue.application.port.out.LineChanges;
import dev.frontrow.queue.application.port.out.LineChanges.OpenLine;
import dev.frontrow.queue.application.port.out.LineChanges.Reader;
import dev.frontrow.queue.application.query.Place.Status;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.EndReason;
import dev.frontrow.queue.domain.Line;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenState.Ended;
import dev.frontrow.queue.domain.TokenState.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class FollowingTests {

    private final AdmitWaiting admit;
    private final FollowLines follow;
    private final JoinLine join;
    private final GiveUpPlace giveUp;
    private final SweepLines sweep;
    private final ChangeLine change;
    private final LineChanges changes;
    private final PlatformTransactionManager transactions;
    private final DataSource database;
    private final ApplicationContext application;
    private final SentStatements sent;
    private final TestQueue queue;
    private ConfigurableApplicationContext second;
    private PlaceViews otherPlaces;
    private FollowLines otherFollow;

    FollowingTests(
            AdmitWaiting admit,
            FollowLines follow,
            JoinLine join,
            GiveUpPlace giveUp,
            SweepLines sweep,
            ChangeLine change,
            LineChanges changes,
            PlatformTransactionManager transactions,
            DataSource database,
            ApplicationContext application,
            SentStatements sent,
            TestQueue queue) {
        this.admit = admit;
        this.follow = follow;
        this.join = join;
        this.giveUp = giveUp;
        this.sweep = sweep;
        this.change = change;
        this.changes = changes;
        this.transactions = transactions;
        this.database = database;
        this.application = application;
        this.sent = sent;
        this.queue = queue;
    }

    @BeforeEach
    void startTheOther() {
        second = SecondInstance.start(application);
        otherPlaces = second.getBean(PlaceViews.class);
        otherFollow = second.getBean(FollowLines.class);
    }

    @AfterEach
    void stopTheOther() {
        second.close();
    }

    @Test
    void answersWaitingOnAnInstanceThatHasNotHeardOfTheToken() {
        var concert = queue.fastLine(5);
        var tokens = queue.tokens(concert, 3);
        admit.admit();

        assertThat(otherPlaces.current(tokens.get(1)).status()).isEqualTo(Status.WAITING);
        assertThat(otherPlaces.current(tokens.get(1)).position()).isEqualTo(2);

        otherFollow.follow();
        assertThat(otherPlaces.current(tokens.get(1)).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void takesFourStatementsARoundHoweverMuchHasChanged() {
        var concerts = Stream.generate(queue::openConcert).limit(5).toList();
        concerts.forEach(concert -> queue.tokens(concert, 20));

        assertThat(sent.during(otherFollow::follow)).hasSize(4);
    }

    @Test
    void knowsOnBothInstancesWhatEitherDid() {
        var concert = queue.openConcert();
        var first = queue.token(ANN, concert);
        var otherJoined = second.getBean(JoinLine.class).join(BOB, concert).place();
        assertThat(otherJoined.position()).isEqualTo(2);
        giveUp.giveUp(first, ANN);

        otherFollow.follow();

        assertThat(otherPlaces.current(otherJoined.token()).position()).isEqualTo(1);
        assertThat(otherPlaces.current(first).reason()).isEqualTo(EndReason.GIVEN_UP);
    }

    @Test
    void seesNothingInARoundThatIsCommittedDuringIt() {
        var before = queue.openConcert();
        var during = queue.openConcert();
        queue.token(ANN, before);
        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            changes.moment();
            CompletableFuture.runAsync(() -> queue.token(ANN, during), Thread::startVirtualThread)
                    .join();

            assertThat(changes.lines())
                    .extracting(OpenLine::concertId)
                    .contains(before)
                    .doesNotContain(during);
        });
    }

    @Test
    void missesNoTransactionThatCommitsLate() throws SQLException {
        var concert = queue.openConcert();
        var tokens = queue.tokens(concert, 3);
        otherFollow.follow();
        try (Connection late = database.getConnection()) {
            late.setAutoCommit(false);
            try (var statement = late.prepareStatement("""
                    update queue.token set status = 'ENDED', reason = 'ABANDONED', ended_at = statement_timestamp(),
                           changed = pg_current_xact_id() where concert_id = ? and number = 1
                    """)) {
                statement.setObject(1, concert.value());
                statement.executeUpdate();
            }
            giveUp.giveUp(tokens.get(1), user(2));
            otherFollow.follow();
            otherFollow.follow();
            assertThat(otherPlaces.current(tokens.get(2)).position()).isEqualTo(2);
            late.commit();
        }

        otherFollow.follow();

        assertThat(otherPlaces.current(tokens.get(0)).reason()).isEqualTo(EndReason.ABANDONED);
        assertThat(otherPlaces.current(tokens.get(2)).position()).isEqualTo(1);
    }

    @Test
    void answersEndedWithoutAReasonForATokenThatIsLongDeleted() {
        var concert = queue.openConcert();
        var tokens = queue.tokens(concert, 2);
        giveUp.giveUp(tokens.get(0), user(1));
        queue.execute("""
                update queue.token set ended_at = ended_at - interval '1 hour'
                 where concert_id = :concert and status = 'ENDED'
                """, concert);
        sweep.sweep();

        otherFollow.follow();

        var place = otherPlaces.current(tokens.get(0));
        assertThat(place.status()).isEqualTo(Status.EXPIRED);
        assertThat(place.reason()).isNull();
        assertThat(otherPlaces.current(tokens.get(1)).position()).isEqualTo(1);
    }

    @Test
    void knowsEverythingAfterAStart() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 3);
        admit.admit();
        giveUp.giveUp(tokens.get(1), user(2));
        try (var third = SecondInstance.start(application)) {
            var thirdPlaces = third.getBean(PlaceViews.class);

            assertThat(thirdPlaces.current(tokens.get(0)).status()).isEqualTo(Status.ACTIVE);
            assertThat(thirdPlaces.current(tokens.get(1)).reason()).isEqualTo(EndReason.GIVEN_UP);
            assertThat(thirdPlaces.current(tokens.get(2)).position()).isEqualTo(1);
        }
    }

    @Test
    void readsEverythingWhenItWasAwayForLong() {
        try (var third = SecondInstance.start(application, "frontrow.queue.ended-retention=1ms")) {
            var thirdPlaces = third.getBean(PlaceViews.class);
            var thirdFollow = third.getBean(FollowLines.class);
            var concert = queue.openConcert();
            var tokens = queue.tokens(concert, 2);
            thirdFollow.follow();
            queue.execute("delete from queue.token where concert_id = :concert and number = 1", concert);

            thirdFollow.follow();

            assertThat(thirdPlaces.current(tokens.get(0)).status()).isEqualTo(Status.EXPIRED);
            assertThat(thirdPlaces.current(tokens.get(1)).position()).isEqualTo(1);
        }
    }

    @Test
    void takesOverWhatWasReadBesideAndWhatHasChangedSince() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 5);
        otherFollow.follow();
        queue.execute("delete from queue.token where concert_id = :concert and number = 3", concert);

        otherFollow.readAll();
        admit.admit();
        giveUp.giveUp(tokens.get(1), user(2));
        var later = queue.token(BOB, concert);
        assertThat(otherPlaces.current(tokens.get(4)).position()).isEqualTo(5);
        otherFollow.follow();

        assertThat(otherPlaces.current(tokens.get(0)).status()).isEqualTo(Status.ACTIVE);
        assertThat(otherPlaces.current(tokens.get(1)).reason()).isEqualTo(EndReason.GIVEN_UP);
        assertThat(otherPlaces.current(tokens.get(2)).status()).isEqualTo(Status.EXPIRED);
        assertThat(otherPlaces.current(tokens.get(4)).position()).isEqualTo(2);
        assertThat(otherPlaces.current(later).position()).isEqualTo(3);
    }

    @Test
    void goesOnFollowingWhileEverythingIsRead() {
        var concert = queue.openConcert();
        var tokens = queue.tokens(concert, 3);
        otherFollow.follow();

        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            otherFollow.readAll(); // takes part in this transaction, whose end it waits for so
            CompletableFuture.runAsync(() -> giveUp.giveUp(tokens.get(0), user(1)), Thread::startVirtualThread)
                    .join();
            CompletableFuture.runAsync(otherFollow::follow, Thread::startVirtualThread)
                    .join();
            assertThat(otherPlaces.current(tokens.get(2)).position()).isEqualTo(2);
        });
    }

    @Test
    void takesAReasonThatOnlyANewerVersionKnowsForNone() {
        var concert = queue.openConcert();
        queue.tokens(concert, 1);

        assertThat(readAfter(concert, "alter table queue.token drop constraint token_reason_check", """
                        update queue.token set status = 'ENDED', reason = 'MOVED', ended_at = statement_timestamp(),
                               changed = pg_current_xact_id() where concert_id = :concert
                        """))
                .hasSize(2)
                .containsOnly(new TokenChange(1, new Ended(null)));
    }

    @Test
    void passesOverAStatusThatOnlyANewerVersionKnows() {
        var concert = queue.openConcert();
        queue.tokens(concert, 2);

        assertThat(readAfter(concert, "alter table queue.token drop constraint token_status_check", """
                        update queue.token set status = 'INVITED', changed = pg_current_xact_id()
                         where concert_id = :concert and number = 1
                        """))
                .hasSize(2)
                .containsOnly(new TokenChange(2, new Waiting()));
    }

    @Test
    void leavesALineThatHasLongClosedAndAnswersAsBefore() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 2);
        admit.admit();
        close(concert);
        otherFollow.follow();
        var before = tokens.stream().map(otherPlaces::current).toList();
        try (var third = SecondInstance.start(application, "frontrow.queue.closed-retention=1ms")) {
            var thirdPlaces = third.getBean(PlaceViews.class);
            var thirdFollow = third.getBean(FollowLines.class);
            assertThat(followed(third)).as("somebody is still to be ended").contains(concert);

            sweep.sweep();
            thirdFollow.follow();
            assertThat(followed(third)).as("why they ended is still known").contains(concert);
            assertThat(tokens.stream().map(thirdPlaces::current)).containsExactlyElementsOf(before);
        }
        queue.execute("delete from queue.token where concert_id = :concert", concert);

        try (var third = SecondInstance.start(application, "frontrow.queue.closed-retention=1ms")) {
            assertThat(followed(third)).doesNotContain(concert);
            assertThat(tokens).allSatisfy(token -> {
                var place = third.getBean(PlaceViews.class).current(token);
                assertThat(place.status()).isEqualTo(Status.EXPIRED);
                assertThat(place.reason()).isNull();
            });
            assertThat(changes.lines(Duration.ofMinutes(1), List.of()))
                    .extracting(OpenLine::concertId)
                    .contains(concert);
            queue.execute("""
                    update queue.line set closes_at = statement_timestamp() - interval '2 minutes'
                     where concert_id = :concert
                    """, concert);
            assertThat(changes.lines(Duration.ofMinutes(1), List.of()))
                    .extracting(OpenLine::concertId)
                    .doesNotContain(concert);
            assertThat(changes.lines(Duration.ofMinutes(1), List.of(concert)))
                    .extracting(OpenLine::concertId)
                    .contains(concert);
        }
    }

    @Test
    void followsALineAgainThatIsOpenOnceMore() {
        var concert = queue.openConcert();
        var former = queue.token(ANN, concert);
        close(concert);
        sweep.sweep();
        queue.execute("delete from queue.token where concert_id = :concert", concert);
        try (var third = SecondInstance.start(application, "frontrow.queue.closed-retention=1ms")) {
            assertThat(followed(third)).doesNotContain(concert);
            queue.execute("""
                    update queue.line set closes_at = statement_timestamp() + interval '1 hour'
                     where concert_id = :concert
                    """, concert);
            var token = queue.token(ANN, concert);
            var thirdPlaces = third.getBean(PlaceViews.class);

            third.getBean(FollowLines.class).follow();

            assertThat(followed(third)).contains(concert);
            assertThat(thirdPlaces.current(token).position()).isEqualTo(1);
            assertThat(thirdPlaces.current(former).status()).isEqualTo(Status.EXPIRED);
        }
    }

    private static List<ConcertId> followed(ApplicationContext instance) {
        return instance.getBean(Lines.class).all().stream().map(Line::concertId).toList();
    }

    private void close(ConcertId concert) {
        queue.execute("""
                with closed as (
                  update queue.line set closes_at = statement_timestamp() - interval '1 second'
                   where concert_id = :concert returning concert_id, closes_at)
                update queue.token t set expires_at = c.closes_at, no_show_at = null, changed = pg_current_xact_id()
                  from closed c where t.concert_id = c.concert_id and t.status = 'ACTIVE'
                """, concert);
        follow.follow();
    }

    @Test
    void followsTheSettings() {
        var concert = queue.openConcert();
        var token = queue.token(ANN, concert);
        change.change(concert, _ -> new LineSettings(10, 10, true), null);

        otherFollow.follow();

        assertThat(otherPlaces.current(token).paused()).isTrue();
    }

    /** What is read of a line, as a whole and as what changed, after something that is undone. */
    private List<TokenChange> readAfter(ConcertId concert, String... tampering) {
        List<TokenChange> read = new ArrayList<>();
        Reader reader = (concertId, number, state) -> {
            if (concertId.equals(concert)) {
                read.add(new TokenChange(number, state));
            }
        };
        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            for (var statement : tampering) {
                queue.execute(statement, concert);
            }
            LongStream.of(changes.waiting(concert, 1, Long.MAX_VALUE))
                    .forEach(number -> reader.read(concert, number, new Waiting()));
            changes.notWaiting(reader);
            changes.since(0, reader);
        });
        return read;
    }
}
