package dev.frontrow.queue.application.joining;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.BOB;
import static dev.frontrow.queue.TestQueue.user;
import static dev.frontrow.queue.TestQueue.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertNotFound;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.SalesChanged;
import dev.frontrow.queue.Admissions;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.port.in.LookAtLine;
import dev.frontrow.queue.application.port.in.SweepLines;
import dev.frontrow.queue.application.query.Place.Status;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.EndReason;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenExpired;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.IllegalTransactionStateException;

/** A line goes by when its concert is on sale, also where that changes. */
@ModuleTest
class FollowingSalesTests {

    private static final SaleWindow ON_SALE = window(Duration.ofHours(-1), Duration.ofHours(1));
    private static final SaleWindow OVER = window(Duration.ofHours(-2), Duration.ofHours(-1));
    private static final SaleWindow LATER = window(Duration.ofHours(1), Duration.ofHours(2));

    private final TestQueue queue;
    private final AdmitWaiting admit;
    private final FollowLines follow;
    private final SweepLines sweep;
    private final LookAtLine lookAt;
    private final PlaceViews places;
    private final Admissions admissions;
    private final ApplicationEventPublisher events;

    FollowingSalesTests(
            TestQueue queue,
            AdmitWaiting admit,
            FollowLines follow,
            SweepLines sweep,
            LookAtLine lookAt,
            PlaceViews places,
            Admissions admissions,
            ApplicationEventPublisher events) {
        this.queue = queue;
        this.admit = admit;
        this.follow = follow;
        this.sweep = sweep;
        this.lookAt = lookAt;
        this.places = places;
        this.admissions = admissions;
        this.events = events;
    }

    @Test
    void letsPeopleJoinFromTheChangeOnAndNoLonger() {
        var concert = queue.concert(LATER);
        assertThatExceptionOfType(SaleNotOpen.class).isThrownBy(() -> queue.token(ANN, concert));

        queue.sell(concert, ON_SALE);
        queue.token(ANN, concert);
        queue.sell(concert, OVER, LATER);

        assertThatExceptionOfType(SaleNotOpen.class)
                .isThrownBy(() -> queue.token(BOB, concert))
                .satisfies(closed -> assertThat(closed.nextOpening()).contains(LATER.opensAt()));
    }

    @Test
    void opensALineThatNobodyHasComeToByWhatHoldsFromNowOn() {
        var concert = queue.concert(ON_SALE);

        queue.sell(concert, LATER);

        assertThat(queue.jdbc()
                        .sql("select closes_at = :closes from queue.line where concert_id = :concert")
                        .param("closes", LATER.closesAt().atOffset(ZoneOffset.UTC))
                        .param("concert", concert.value())
                        .query((row, n) -> row.getBoolean(1))
                        .single())
                .isTrue();
    }

    @Test
    void endsEverybodyWhenTheLastSaleIsClosedEarly() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 2);
        admit.admit();
        assertThat(places.current(tokens.get(0)).status()).isEqualTo(Status.ACTIVE);
        admissions.check(tokens.get(0), user(1), concert);

        queue.sell(concert, OVER);

        assertThatExceptionOfType(QueueTokenExpired.class)
                .isThrownBy(() -> admissions.check(tokens.get(1), user(2), concert));
        follow.follow();
        for (var token : tokens) {
            assertThat(places.current(token).reason()).isEqualTo(EndReason.SALE_CLOSED);
        }
        sweep.sweep();
        assertThat(queue.numbers(concert, "ENDED")).containsExactly(1L, 2L);
        assertThat(queue.reason(concert, 1)).isEqualTo("SALE_CLOSED");
        assertThat(queue.reason(concert, 2)).isEqualTo("SALE_CLOSED");
    }

    @Test
    void endsEverybodyWhenTheLastShowIsCancelled() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 2);
        admit.admit();

        queue.cancel(concert);

        assertThatExceptionOfType(QueueTokenExpired.class)
                .isThrownBy(() -> admissions.check(tokens.get(0), user(1), concert));
        assertThatExceptionOfType(SaleNotOpen.class)
                .isThrownBy(() -> queue.token(BOB, concert))
                .satisfies(closed -> assertThat(closed.nextOpening()).isEmpty());
        follow.follow();
        for (var token : tokens) {
            assertThat(places.current(token).reason()).isEqualTo(EndReason.SALE_CLOSED);
        }
    }

    @Test
    void endsNobodyWhereAnotherSaleGoesOnAndKeepsThoseWhoWait() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 2);
        admit.admit();

        queue.sell(concert, OVER, ON_SALE);
        queue.sell(concert, window(Duration.ofHours(-1), Duration.ofHours(3)));
        follow.follow();
        sweep.sweep();

        assertThat(places.current(tokens.get(0)).status()).isEqualTo(Status.ACTIVE);
        assertThat(places.current(tokens.get(1)).status()).isEqualTo(Status.WAITING);
    }

    @Test
    void hearsTheSameChangeTwiceWithoutHarm() {
        var concert = queue.fastLine(1);
        var token = queue.tokens(concert, 1).getFirst();

        queue.sell(concert, ON_SALE);
        queue.sell(concert, ON_SALE);

        assertThat(places.current(token).status()).isEqualTo(Status.WAITING);
    }

    @Test
    void needsTheTransactionOfTheChange() {
        var sale = new ConcertSale(queue.openConcert(), List.of(ON_SALE));

        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(new SalesChanged(sale)));
    }

    @Test
    void keepsTheLineOfAHiddenConcertButLetsNobodyJoin() {
        var concert = queue.fastLine(1);
        var token = queue.token(ANN, concert);

        queue.hide(concert);

        assertThatExceptionOfType(ConcertNotFound.class).isThrownBy(() -> queue.token(BOB, concert));
        assertThat(places.current(token).status()).isEqualTo(Status.WAITING);
        assertThat(lookAt.look(concert).figures().waiting()).isEqualTo(1);
        assertThat(lookAt.look(queue.hiddenConcert()).figures().waiting()).isZero();
    }
}
