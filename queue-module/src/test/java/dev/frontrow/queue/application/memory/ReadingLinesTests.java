package dev.frontrow.queue.application.memory;

import static dev.frontrow.queue.TestQueue.BOB;
import static dev.frontrow.queue.TestQueue.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import dev.frontrow.queue.application.query.Place.Status;
import dev.frontrow.queue.domain.EndReason;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An instance reads all of the lines when it starts, when it was away, and now and then beside. */
@ModuleTest
class ReadingLinesTests {

    private final AdmitWaiting admit;
    private final GiveUpPlace giveUp;
    private final PlatformTransactionManager transactions;
    private final ApplicationContext application;
    private final TestQueue queue;

    ReadingLinesTests(
            AdmitWaiting admit,
            GiveUpPlace giveUp,
            PlatformTransactionManager transactions,
            ApplicationContext application,
            TestQueue queue) {
        this.admit = admit;
        this.giveUp = giveUp;
        this.transactions = transactions;
        this.application = application;
        this.queue = queue;
    }

    @Test
    void knowsEverythingAfterAStart() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 3);
        admit.admit();
        giveUp.giveUp(tokens.get(1), user(2));
        try (var other = OtherInstance.start(application)) {
            assertThat(other.current(tokens.get(0)).status()).isEqualTo(Status.ACTIVE);
            assertThat(other.current(tokens.get(1)).reason()).isEqualTo(EndReason.GIVEN_UP);
            assertThat(other.current(tokens.get(2)).position()).isEqualTo(1);
        }
    }

    @Test
    void readsEverythingWhenItWasAwayForLong() {
        try (var other = OtherInstance.start(application, "frontrow.queue.ended-retention=1ms")) {
            var concert = queue.openConcert();
            var tokens = queue.tokens(concert, 2);
            other.follow();
            queue.execute("delete from queue.token where concert_id = :concert and number = 1", concert);

            other.follow();

            assertThat(other.current(tokens.get(0)).status()).isEqualTo(Status.EXPIRED);
            assertThat(other.current(tokens.get(1)).position()).isEqualTo(1);
        }
    }

    @Test
    void takesOverWhatWasReadBesideAndWhatHasChangedSince() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 5);
        try (var other = OtherInstance.start(application)) {
            queue.execute("delete from queue.token where concert_id = :concert and number = 3", concert);

            other.readAll();
            admit.admit();
            giveUp.giveUp(tokens.get(1), user(2));
            var later = queue.token(BOB, concert);
            assertThat(other.current(tokens.get(4)).position()).isEqualTo(5);
            other.follow();

            assertThat(other.current(tokens.get(0)).status()).isEqualTo(Status.ACTIVE);
            assertThat(other.current(tokens.get(1)).reason()).isEqualTo(EndReason.GIVEN_UP);
            assertThat(other.current(tokens.get(2)).status()).isEqualTo(Status.EXPIRED);
            assertThat(other.current(tokens.get(4)).position()).isEqualTo(2);
            assertThat(other.current(later).position()).isEqualTo(3);
        }
    }

    @Test
    void goesOnFollowingWhileEverythingIsRead() {
        var concert = queue.openConcert();
        var tokens = queue.tokens(concert, 3);
        try (var other = OtherInstance.start(application)) {
            new TransactionTemplate(transactions).executeWithoutResult(tx -> {
                other.readAll(); // takes part in this transaction, whose end it waits for so
                CompletableFuture.runAsync(() -> giveUp.giveUp(tokens.get(0), user(1)), Thread::startVirtualThread)
                        .join();
                CompletableFuture.runAsync(other::follow, Thread::startVirtualThread)
                        .join();
                assertThat(other.current(tokens.get(2)).position()).isEqualTo(2);
            });
        }
    }
}
