package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.ModuleTest;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.domain.SeatTaken;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

/** What the meters say of reservations. */
@ModuleTest
class CountingTests {

    private final BoxOffice office;
    private final WaitingScene list;
    private final CancellationScene shows;
    private final ReleaseHold releaseHold;
    private final CancelReservation cancelReservation;
    private final MeterRegistry meters;

    CountingTests(
            BoxOffice office,
            WaitingScene list,
            CancellationScene shows,
            ReleaseHold releaseHold,
            CancelReservation cancelReservation,
            MeterRegistry meters) {
        this.office = office;
        this.list = list;
        this.shows = shows;
        this.releaseHold = releaseHold;
        this.cancelReservation = cancelReservation;
        this.meters = meters;
    }

    @Test
    void countsWhatHappenedAndNotWhatWasRefused() {
        var created = count("held");
        var released = count("released");
        var confirmed = count("confirmed");
        var cancelled = count("cancelled");
        var sale = office.open(1);
        var seat = office.seats(sale).getFirst();
        var held = office.reserve(somebody(), sale, seat);
        assertThatThrownBy(() -> office.reserve(somebody(), sale, seat)).isInstanceOf(SeatTaken.class);
        releaseHold.release(held.id(), held.userId());
        releaseHold.release(held.id(), held.userId());
        var paid = office.sell(somebody(), sale, seat);
        cancelReservation.cancel(paid.id(), paid.userId());

        assertThat(count("held") - created).isEqualTo(2);
        assertThat(count("released") - released).isEqualTo(1);
        assertThat(count("confirmed") - confirmed).isEqualTo(1);
        assertThat(count("cancelled") - cancelled).isEqualTo(1);
    }

    @Test
    void countsHoldsThatEndWhenTheyAreSweptAndOnce() {
        var sale = office.open(1);
        office.runOut(
                office.reserve(somebody(), sale, office.seats(sale).getFirst()).id());
        var before = count("expired");

        var swept = office.sweep();

        assertThat(swept).isPositive();
        assertThat(count("expired") - before).isEqualTo(swept);
        var sweptOnceMore = office.sweep(); // of other tests, if they have been going on for so long
        assertThat(count("expired") - before).isEqualTo(swept + sweptOnceMore);
    }

    @Test
    void countsAnOfferAsHeld() {
        var sale = list.soldOut(1);
        list.waiting(sale, 1);
        var before = count("held");

        list.offer(sale, office.seats(sale).getFirst());

        assertThat(count("held") - before).isEqualTo(1);
    }

    @Test
    void countsWhatACancelledShowTakesBack() {
        var sale = office.open(3);
        var seats = office.seats(sale);
        office.reserve(somebody(), sale, seats.get(0));
        office.sell(somebody(), sale, seats.get(1));
        office.sell(somebody(), sale, seats.get(2));
        var released = count("released");
        var cancelled = count("cancelled");

        shows.cancel(sale);
        assertThat(count("released") - released).isEqualTo(1);
        assertThat(count("cancelled") - cancelled)
                .as("nothing is given back yet")
                .isZero();
        shows.refundSome(sale);

        assertThat(count("cancelled") - cancelled).isEqualTo(2);
    }

    private double count(String what) {
        return meters.get("frontrow.reservation." + what).counter().count();
    }
}
