package dev.frontrow.queue.application.admitting;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.user;
import static dev.frontrow.queue.TestQueue.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.queue.SecondInstance;
import dev.frontrow.queue.SentStatements;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.ChangeLine;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import dev.frontrow.queue.application.query.Place.Status;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.LineSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is admitted: in which order, up to which cap, and when nobody. */
@ModuleTest
class AdmittingTests {

    private final AdmitWaiting admit;
    private final ChangeLine change;
    private final GiveUpPlace giveUp;
    private final PlaceViews places;
    private final ApplicationContext application;
    private final PlatformTransactionManager transactions;
    private final SentStatements sent;
    private final TestQueue queue;

    AdmittingTests(
            AdmitWaiting admit,
            ChangeLine change,
            GiveUpPlace giveUp,
            PlaceViews places,
            ApplicationContext application,
            PlatformTransactionManager transactions,
            SentStatements sent,
            TestQueue queue) {
        this.admit = admit;
        this.change = change;
        this.giveUp = giveUp;
        this.places = places;
        this.application = application;
        this.transactions = transactions;
        this.sent = sent;
        this.queue = queue;
    }

    @Test
    void admitsInTheOrderOfIssueUpToTheCap() {
        var concert = queue.fastLine(3);
        var tokens = queue.tokens(concert, 5);

        admit.admit();
        admit.admit();

        assertThat(queue.numbers(concert, "ACTIVE")).containsExactly(1L, 2L, 3L);
        assertThat(places.current(tokens.get(2)).status()).isEqualTo(Status.ACTIVE);
        assertThat(places.current(tokens.get(3)).position()).isEqualTo(1);
        assertThat(places.current(tokens.get(4)).position()).isEqualTo(2);
    }

    @Test
    void passesOverAPlaceThatWasGivenUpAndNoOther() {
        var concert = queue.fastLine(2);
        var tokens = queue.tokens(concert, 4);
        giveUp.giveUp(tokens.get(1), user(2));

        admit.admit();

        assertThat(queue.numbers(concert, "ACTIVE")).containsExactly(1L, 3L);
        assertThat(places.current(tokens.get(3)).position()).isEqualTo(1);
    }

    @Test
    void movesManyLinesWithTheStatementsOfOne() {
        admit.admit();
        var concerts = Stream.generate(() -> queue.fastLine(10)).limit(20).toList();
        concerts.forEach(concert -> queue.tokens(concert, 3));

        var statements = sent.during(admit::admit);

        assertThat(statements).hasSize(4);
        assertThat(concerts)
                .allSatisfy(
                        concert -> assertThat(queue.numbers(concert, "ACTIVE")).containsExactly(1L, 2L, 3L));
    }

    @Test
    void comesAsFarAsTheFirstPlaceThatSomebodyElseHasLocked() {
        var concert = queue.fastLine(10);
        queue.tokens(concert, 5);
        var other = queue.fastLine(10);
        queue.tokens(other, 2);

        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            queue.execute(
                    "update queue.token set user_id = user_id where concert_id = :concert and number = 3", concert);
            CompletableFuture.runAsync(admit::admit, Thread::startVirtualThread).join();
        });

        assertThat(queue.numbers(concert, "ACTIVE")).containsExactly(1L, 2L);
        assertThat(queue.numbers(other, "ACTIVE")).containsExactly(1L, 2L);
        admit.admit();
        assertThat(queue.numbers(concert, "ACTIVE")).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void keepsTheCapWhenManyTickAtOnce() {
        var concert = queue.fastLine(10);
        queue.crowd(concert, 40);
        try (var second = SecondInstance.start(application)) {
            var otherAdmit = second.getBean(AdmitWaiting.class);
            var ticks = new ArrayList<Callable<Object>>();
            for (int i = 0; i < 4; i++) {
                ticks.add(Executors.callable(admit::admit));
                ticks.add(Executors.callable(otherAdmit::admit));
            }

            AtOnce.all(ticks);

            assertThat(queue.numbers(concert, "ACTIVE"))
                    .hasSize(10)
                    .startsWith(1L)
                    .endsWith(10L);
        }
        assertThat(queue.violations("no-admission-above-cap")).isZero();
    }

    @Test
    void admitsNobodyAtARateOfZeroOrACapOfZeroOrWhilePaused() {
        for (var settings : new LineSettings[] {
            new LineSettings(100, 0, false), new LineSettings(0, 100, false), new LineSettings(100, 100, true)
        }) {
            var concert = queue.openConcert();
            change.change(concert, _ -> settings, null);
            queue.tokens(concert, 2);

            admit.admit();

            assertThat(queue.numbers(concert, "ACTIVE")).as(settings.toString()).isEmpty();
        }
    }

    @Test
    void tellsThoseWhoWaitThatTheLineIsPaused() {
        var concert = queue.fastLine(10);
        var token = queue.token(ANN, concert);
        change.change(concert, _ -> new LineSettings(10, 100, true), null);

        var place = places.current(token);

        assertThat(place.paused()).isTrue();
        assertThat(place.status()).isEqualTo(Status.WAITING);
        assertThat(place.estimatedWaitSeconds()).isNull();
    }

    @Test
    void endsNobodyWhenTheCapIsLowered() {
        var concert = queue.fastLine(4);
        var tokens = queue.tokens(concert, 6);
        admit.admit();

        change.change(concert, _ -> new LineSettings(2, 1_000_000, false), null);
        admit.admit();

        assertThat(queue.numbers(concert, "ACTIVE")).containsExactly(1L, 2L, 3L, 4L);
        giveUp.giveUp(tokens.get(0), user(1));
        giveUp.giveUp(tokens.get(1), user(2));
        admit.admit();
        assertThat(queue.numbers(concert, "ACTIVE")).containsExactly(3L, 4L);
        giveUp.giveUp(tokens.get(2), user(3));
        admit.admit();
        assertThat(queue.numbers(concert, "ACTIVE")).containsExactly(4L, 5L);
        assertThat(queue.violations("no-admission-above-cap")).isZero();
    }

    @Test
    void admitsNobodyBetweenTwoSales() {
        var concert = queue.concert(
                window(Duration.ofHours(-1), Duration.ofHours(1)), window(Duration.ofHours(2), Duration.ofHours(3)));
        queue.tokens(concert, 2);
        queue.letFirstSaleBeOver(concert);

        admit.admit();

        assertThat(queue.numbers(concert, "ACTIVE")).isEmpty();
    }

    @Test
    void letsNobodyStayLongerThanTheSale() {
        var closing = window(Duration.ofHours(-1), Duration.ofMinutes(3));
        var concert = queue.concert(closing);
        var token = queue.token(ANN, concert);

        admit.admit();

        assertThat(places.current(token).expiresAt()).isEqualTo(closing.closesAt());
    }
}
