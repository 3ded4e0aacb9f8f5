package dev.frontrow.queue.application.ending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.LockWaits;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.SweepLines;
import dev.frontrow.queue.application.port.out.EndingTokens;
import dev.frontrow.queue.application.port.out.Presences;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.TokenId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Statements that touch several lines or tokens lock them in the order of their ids, so that no two of them deadlock. */
@ModuleTest
class LockOrderTests {

    private final Presences presences;
    private final EndingTokens tokens;
    private final SweepLines sweep;
    private final PlatformTransactionManager transactions;
    private final TestQueue queue;
    private ConcertId lower;
    private ConcertId higher;

    LockOrderTests(
            Presences presences,
            EndingTokens tokens,
            SweepLines sweep,
            PlatformTransactionManager transactions,
            TestQueue queue) {
        this.presences = presences;
        this.tokens = tokens;
        this.sweep = sweep;
        this.transactions = transactions;
        this.queue = queue;
    }

    @BeforeEach
    void openTheHigherFirst() {
        var concerts = Stream.generate(() -> queue.concert(TestQueue.window(Duration.ofHours(-1), Duration.ofHours(1))))
                .limit(2)
                .sorted(Comparator.comparing(ConcertId::toString))
                .toList();
        lower = concerts.getFirst();
        higher = concerts.getLast();
        queue.change().change(higher, _ -> new LineSettings(1, 1, false), null);
        queue.change().change(lower, _ -> new LineSettings(1, 1, false), null);
    }

    @Test
    void beginsTheWatchAnewLineByLine() {
        queue.jdbc().sql("delete from queue.instance").update();
        locksTheLowerFirst(() -> presences.watchAnewAfter(Duration.ofMinutes(5)), "watched_since");
    }

    @Test
    void countsWhatItDeletesLineByLine() {
        queue.tokens(higher, 3);
        queue.tokens(lower, 3);
        queue.jdbc().sql("""
                update queue.token set status = 'ENDED', reason = 'GIVEN_UP', changed = pg_current_xact_id(),
                       ended_at = statement_timestamp() - interval '1 day'
                """).update();

        locksTheLowerFirst(sweep::sweep, "expired_deleted");
    }

    @Test
    void endsPaidTokensOneAfterAnother() {
        queue.tokens(higher, 1);
        queue.tokens(lower, 1);

        locksTheLowerFirst(
                () -> tokens.endPaid(List.of(new TokenId(higher, 1), new TokenId(lower, 1))), "'PAID'", "queue.token");

        assertThat(queue.reason(lower, 1)).isEqualTo("PAID");
        assertThat(queue.reason(higher, 1)).isEqualTo("PAID");
    }

    private void locksTheLowerFirst(Runnable statement, String words) {
        locksTheLowerFirst(statement, words, "queue.line");
    }

    private void locksTheLowerFirst(Runnable statement, String words, String table) {
        var running = new TransactionTemplate(transactions).execute(tx -> {
            queue.jdbc()
                    .sql("select concert_id from " + table + " where concert_id = :concert for update")
                    .param("concert", lower.value())
                    .query((row, n) -> row.getString("concert_id"))
                    .single();
            var waiting = CompletableFuture.runAsync(statement, Thread::startVirtualThread);
            LockWaits.await(queue.jdbc(), words);
            assertThat(queue.jdbc()
                            .sql("select concert_id from " + table
                                    + " where concert_id = :concert for update skip locked")
                            .param("concert", higher.value())
                            .query((row, n) -> row.getString("concert_id"))
                            .list())
                    .as("the higher one is not locked while the lower one is waited for")
                    .hasSize(1);
            return waiting;
        });
        running.join();
    }
}
