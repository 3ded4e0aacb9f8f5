package dev.frontrow.queue.application.memory;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.BOB;
import static dev.frontrow.queue.TestQueue.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.SentStatements;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.ChangeLine;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import dev.frontrow.queue.application.port.in.JoinLine;
import dev.frontrow.queue.application.port.in.SweepLines;
import dev.frontrow.queue.application.port.out.LineChanges;
import dev.frontrow.queue.application.port.out.LineChanges.OpenLine;
import dev.frontrow.queue.application.port.out.LineChanges.Reader;
import dev.frontrow.queue.application.query.Place.Status;
import dev.frontrow.queue.domain.EndReason;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenState.Ended;
import dev.frontrow.queue.domain.TokenState.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an instance knows of what others did, from one look at the database to the next. */
@ModuleTest
class FollowingTests {

    private final AdmitWaiting admit;
    private final GiveUpPlace giveUp;
    private final SweepLines sweep;
    private final ChangeLine change;
    private final LineChanges changes;
    private final PlatformTransactionManager transactions;
    private final DataSource database;
    private final ApplicationContext application;
    private final SentStatements sent;
    private final TestQueue queue;
    private OtherInstance other;

    FollowingTests(
            AdmitWaiting admit,
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
        other = OtherInstance.start(application);
    }

    @AfterEach
    void stopTheOther() {
        other.close();
    }

    @Test
    void answersWaitingOnAnInstanceThatHasNotHeardOfTheToken() {
        var concert = queue.fastLine(5);
        var tokens = queue.tokens(concert, 3);
        admit.admit();

        assertThat(other.current(tokens.get(1)).status()).isEqualTo(Status.WAITING);
        assertThat(other.current(tokens.get(1)).position()).isEqualTo(2);

        other.follow();
        assertThat(other.current(tokens.get(1)).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void takesFourStatementsARoundHoweverMuchHasChanged() {
        var concerts = Stream.generate(queue::openConcert).limit(5).toList();
        concerts.forEach(concert -> queue.tokens(concert, 20));

        assertThat(sent.during(other::follow)).hasSize(4);
    }

    @Test
    void knowsOnBothInstancesWhatEitherDid() {
        var concert = queue.openConcert();
        var first = queue.token(ANN, concert);
        var otherJoined = other.bean(JoinLine.class).join(BOB, concert).place();
        assertThat(otherJoined.position()).isEqualTo(2);
        giveUp.giveUp(first, ANN);

        other.follow();

        assertThat(other.current(otherJoined.token()).position()).isEqualTo(1);
        assertThat(other.current(first).reason()).isEqualTo(EndReason.GIVEN_UP);
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
        other.follow();
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
            other.follow();
            other.follow();
            assertThat(other.current(tokens.get(2)).position()).isEqualTo(2);
            late.commit();
        }

        other.follow();

        assertThat(other.current(tokens.get(0)).reason()).isEqualTo(EndReason.ABANDONED);
        assertThat(other.current(tokens.get(2)).position()).isEqualTo(1);
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

        other.follow();

        var place = other.current(tokens.get(0));
        assertThat(place.status()).isEqualTo(Status.EXPIRED);
        assertThat(place.reason()).isNull();
        assertThat(other.current(tokens.get(1)).position()).isEqualTo(1);
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
    void followsTheSettings() {
        var concert = queue.openConcert();
        var token = queue.token(ANN, concert);
        change.change(concert, _ -> new LineSettings(10, 10, true), null);

        other.follow();

        assertThat(other.current(token).paused()).isTrue();
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
