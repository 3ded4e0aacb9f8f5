package dev.frontrow.queue.application.joining;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.BOB;
import static dev.frontrow.queue.TestQueue.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.Admissions;
import dev.frontrow.queue.Admissions.Pass;
import dev.frontrow.queue.SecondInstance;
import dev.frontrow.queue.SentStatements;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.JoinLine;
import dev.frontrow.queue.application.port.in.JoinLine.Joined;
import dev.frontrow.queue.application.query.Place.Status;
import dev.frontrow.queue.domain.QueueRefused.JoiningUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many who join at once are written together, and fail one by one. */
@ModuleTest
class JoiningTogetherTests {

    private final JoinLine join;
    private final AdmitWaiting admit;
    private final Admissions admissions;
    private final PlatformTransactionManager transactions;
    private final ApplicationContext application;
    private final DataSource database;
    private final SentStatements sent;
    private final TestQueue queue;

    JoiningTogetherTests(
            JoinLine join,
            AdmitWaiting admit,
            Admissions admissions,
            PlatformTransactionManager transactions,
            ApplicationContext application,
            DataSource database,
            SentStatements sent,
            TestQueue queue) {
        this.join = join;
        this.admit = admit;
        this.admissions = admissions;
        this.transactions = transactions;
        this.application = application;
        this.database = database;
        this.sent = sent;
        this.queue = queue;
    }

    @Test
    void writesThoseInFlightWithThreeStatementsInTheOrderInWhichTheyCame() throws SQLException {
        var concert = queue.openConcert();
        queue.token(ANN, concert);
        var joined = new ArrayList<CompletableFuture<Joined>>();
        List<String> statements;
        try (var end = database.getConnection()) {
            lockEnd(end, concert);

            statements = sent.during(() -> {
                for (int i = 1; i <= 30; i++) {
                    joined.add(joinLater(user(i), concert));
                }
                release(end);
                joined.forEach(CompletableFuture::join);
            });
        }

        assertThat(statements)
                .as("of the first one, who has waited for the lock, and of all others together")
                .hasSize(6);
        assertThat(joined)
                .extracting(one -> one.join().place().position())
                .isEqualTo(LongStream.rangeClosed(2, 31).boxed().toList());
    }

    @Test
    void endsAFormerTokenWithOneStatementMore() {
        var concert = queue.fastLine(5);
        queue.token(ANN, concert);
        queue.token(BOB, concert);
        admit.admit();
        queue.letTimeToUseBeOver(concert);

        assertThat(sent.during(() -> join.join(ANN, concert))).hasSize(4);
        assertThat(sent.during(() -> join.join(ANN, concert))).hasSize(2);
    }

    @Test
    void refusesOnlyTheOneWhosePlaceIsOfAStatusThatANewerVersionWrote() {
        var concert = queue.openConcert();
        queue.token(ANN, concert);
        alterTokens("drop constraint token_status_check");
        try {
            queue.execute("update queue.token set status = 'INVITED' where concert_id = :concert", concert);

            assertThatThrownBy(() -> join.join(ANN, concert)).isInstanceOf(JoiningUnavailable.class);
            assertThat(join.join(BOB, concert).created()).isTrue();
        } finally {
            queue.execute(
                    "update queue.token set status = 'WAITING' where concert_id = :concert and status = 'INVITED'",
                    concert);
            alterTokens("add constraint token_status_check check (status in ('WAITING', 'ACTIVE', 'ENDED'))");
        }
    }

    @Test
    void failsOnlyTheOneThatCannotBeWritten() {
        var concert = queue.openConcert();
        alterTokens("add constraint not_this_one check (user_id <> 'unwritable')");
        var actions = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 40; i++) {
            var user = i == 20 ? new UserId("unwritable") : user(i);
            actions.add(() -> {
                try {
                    return join.join(user, concert).created();
                } catch (JoiningUnavailable unwritable) {
                    return false;
                }
            });
        }

        try {
            assertThat(AtOnce.all(actions)).containsOnlyOnce(false);
        } finally {
            alterTokens("drop constraint not_this_one");
        }
        assertThat(queue.numbers(concert, "WAITING"))
                .isEqualTo(LongStream.rangeClosed(1, 39).boxed().toList());
    }

    @Test
    void givesOneTokenToAUserWhoJoinsManyTimesAtOnce() {
        var concert = queue.openConcert();

        var joined = AtOnce.times(20, () -> join.join(ANN, concert));

        assertThat(joined)
                .extracting(it -> it.place().token())
                .containsOnly(joined.getFirst().place().token());
        assertThat(joined).filteredOn(Joined::created).hasSize(1);
        assertThat(queue.numbers(concert, "WAITING")).containsExactly(1L);
    }

    @Test
    void leavesNoGapsWhenManyJoinTwoInstancesAtOnce() {
        var concert = queue.openConcert();
        try (var second = SecondInstance.start(application)) {
            var otherJoin = second.getBean(JoinLine.class);
            var actions = new ArrayList<Callable<Joined>>();
            for (int i = 0; i < 90; i++) {
                var user = user(i);
                actions.add(() -> join.join(user, concert));
                actions.add(() -> otherJoin.join(user, concert));
            }

            var joined = AtOnce.all(actions);

            assertThat(joined).filteredOn(Joined::created).hasSize(90);
            assertThat(joined.stream().map(it -> it.place().token()).distinct()).hasSize(90);
            assertThat(queue.numbers(concert, "WAITING"))
                    .isEqualTo(LongStream.rangeClosed(1, 90).boxed().toList());
        }
    }

    @Test
    void waitsForNoTokenWhoseFirstUseIsUnderWay() {
        var concert = queue.fastLine(5);
        var token = queue.token(ANN, concert);
        admit.admit();
        queue.letTimeToUseBeOver(concert);

        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            queue.beginInTime(concert);
            admissions.lock(List.of(new Pass(token, ANN, concert)));
            assertThatThrownBy(() -> join.join(ANN, concert)).isInstanceOf(JoiningUnavailable.class);
            assertThat(join.join(BOB, concert).created()).isTrue();
        });

        var again = join.join(ANN, concert);
        assertThat(again.created()).isFalse();
        assertThat(again.place().token()).isEqualTo(token);
        assertThat(again.place().status()).isEqualTo(Status.ACTIVE);
    }

    private void lockEnd(Connection connection, ConcertId concert) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(
                "select last_number from queue.line_number where concert_id = ? for update")) {
            statement.setObject(1, concert.value());
            statement.execute();
        }
    }

    private static void release(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            throw new IllegalStateException(lost);
        }
    }

    /** Has a user join by another thread, and waits until the request is in the lane. */
    private CompletableFuture<Joined> joinLater(UserId userId, ConcertId concert) {
        var joined = new CompletableFuture<Joined>();
        var thread = Thread.startVirtualThread(() -> {
            try {
                joined.complete(join.join(userId, concert));
            } catch (RuntimeException refused) {
                joined.completeExceptionally(refused);
            }
        });
        Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING || joined.isDone());
        return joined;
    }

    private void alterTokens(String change) {
        queue.jdbc().sql("alter table queue.token " + change).update();
    }
}
