package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.reservation.PaymentsStandIn.NotPayable;
import dev.frontrow.reservation.application.port.in.RefundShows;
import dev.frontrow.reservation.application.query.ShowCancellationView.Status;
import dev.frontrow.reservation.domain.Reservation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A cancelled show is refunded batch by batch, whoever else is at it. */
@ModuleTest
class RefundingShowsTests {

    private final BoxOffice office;
    private final CancellationScene shows;
    private final PaymentsStandIn till;
    private final RefundShows refundShows;
    private final JdbcClient jdbc;

    RefundingShowsTests(
            BoxOffice office, CancellationScene shows, PaymentsStandIn till, RefundShows refundShows, JdbcClient jdbc) {
        this.office = office;
        this.shows = shows;
        this.till = till;
        this.refundShows = refundShows;
        this.jdbc = jdbc;
    }

    @Test
    void refundsEachReservationOnceHoweverManyAreAtIt() {
        var sale = office.open(240);
        var seats = office.seats(sale);
        var users = IntStream.range(0, 40).mapToObj(_ -> somebody()).toList();
        var paid = IntStream.range(0, 120)
                .mapToObj(i -> office.sell(users.get(i % 40), sale, seats.get(i)))
                .toList();
        IntStream.range(0, 60).forEach(i -> office.give(somebody(), sale, seats.get(120 + i)));
        shows.cancel(sale);
        List<Callable<Integer>> refunders = Collections.nCopies(4, () -> {
            var refunded = 0;
            for (var some = 1; some > 0; refunded += some) {
                some = shows.refundSome(sale);
            }
            return refunded;
        });

        AtOnce.all(refunders);
        while (shows.refundSome(sale) > 0) {} // what was passed by at the end

        shows.assertProgress(sale, Status.DONE, 180, 180, 12_000);
        assertThat(paid).allSatisfy(reservation -> {
            assertThat(office.state(reservation.id())).isEqualTo("CANCELLED VOID");
            assertThat(till.statusOf(reservation.id().value())).isEqualTo("REFUNDED");
        });
        assertThat(jdbc.sql("select distinct status from reservation.seat where schedule_id = :id")
                        .param("id", sale.scheduleId().value())
                        .query(String.class)
                        .list())
                .containsExactly("AVAILABLE");
    }

    @Test
    void refundsOrRefusesThoseWhoAreJustReservingOrPaying() {
        for (int round = 0; round < 5; round++) {
            var sale = office.open(40);
            var seats = office.seats(sale);
            var held = IntStream.range(0, 20)
                    .mapToObj(i -> office.reserve(somebody(), sale, seats.get(i)))
                    .toList();
            List<Callable<Boolean>> things = new ArrayList<>();
            held.forEach(reservation -> things.add(() -> pays(reservation)));
            seats.subList(20, 40).forEach(seat -> things.add(() -> reserves(sale, seat)));
            things.add(10, () -> {
                shows.cancel(sale);
                return true;
            });

            var paid = new ArrayList<>(AtOnce.all(things));
            paid.remove(10);

            var payers = (int) paid.subList(0, 20).stream().filter(done -> done).count();
            assertThat(statesOf(sale)).doesNotContain("PENDING_PAYMENT");
            assertThat(Collections.frequency(statesOf(sale), "CONFIRMED")).isEqualTo(payers);
            shows.refundSome(sale);
            assertThat(statesOf(sale)).isSubsetOf("RELEASED", "CANCELLED");
            shows.assertProgress(sale, Status.DONE, payers, payers, payers * 100L);
        }
    }

    @Test
    void passesByWhatIsAlreadyKnownToBeLeft() {
        var sale = office.open(3);
        var seats = office.seats(sale);
        var first = office.sell(somebody(), sale, seats.get(0));
        var second = office.sell(somebody(), sale, seats.get(1));
        var third = office.sell(somebody(), sale, seats.get(2));
        shows.cancel(sale);

        assertThat(refundShows.due(sale.scheduleId(), null)).containsExactly(first.id(), second.id(), third.id());
        assertThat(refundShows.due(sale.scheduleId(), first.id())).containsExactly(second.id(), third.id());
        assertThat(refundShows.refund(sale.scheduleId(), List.of(second.id(), third.id())))
                .isEqualTo(2);
        assertThat(refundShows.refund(sale.scheduleId(), List.of(second.id()))).isZero();
        assertThat(refundShows.due(sale.scheduleId(), second.id())).isEmpty();
        assertThat(refundShows.due(sale.scheduleId(), null)).containsExactly(first.id());
        assertThat(shows.refundSome(sale)).isEqualTo(1);
    }

    private boolean pays(Reservation reservation) {
        try {
            till.pay(reservation.id().value());
            return true;
        } catch (NotPayable cancelled) {
            return false;
        }
    }

    private boolean reserves(ScheduleSale sale, String seat) {
        try {
            office.reserve(somebody(), sale, seat);
            return true;
        } catch (SaleNotOpen cancelled) {
            return false;
        }
    }

    private List<String> statesOf(ScheduleSale sale) {
        return jdbc.sql("select status from reservation.reservation where schedule_id = :id")
                .param("id", sale.scheduleId().value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
