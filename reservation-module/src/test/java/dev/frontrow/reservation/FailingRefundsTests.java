package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.RefundShows;
import dev.frontrow.reservation.application.query.ShowCancellationView.Status;
import dev.frontrow.reservation.application.query.ShowCancellationViews;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class FailingRefundsTests {

    private final BoxOffice office;
    private final CancellationScene shows;
    private final RefundShows refundShows;
    private final CancelReservation cancelReservation;
    private final ShowCancellationViews cancellations;
    private final MeterRegistry meters;
    private final JdbcClient jdbc;

    FailingRefundsTests(
            BoxOffice office,
            CancellationScene shows,
            RefundShows refundShows,
            CancelReservation cancelReservation,
            ShowCancellationViews cancellations,
            MeterRegistry meters,
            JdbcClient jdbc) {
        this.office = office;
        this.shows = shows;
        this.refundShows = refundShows;
        this.cancelReservation = cancelReservation;
        this.cancellations = cancellations;
        this.meters = meters;
        this.jdbc = jdbc;
    }

    @Test
    void arePutOffAndCountedUntilTheyAreMade() {
        var sale = office.open(2);
        var paid = cancelled(sale);
        var broken = paid.getFirst().id();

        refundShows.putOff(broken);

        assertThat(refundShows.due(sale.scheduleId(), null))
                .containsExactly(paid.getLast().id());
        shows.refundSome(sale);
        assertThat(status(sale)).isEqualTo(Status.RUNNING);
        assertThat(failing()).isEqualTo(1);

        jdbc.sql("update reservation.failed_refund set retry_at = statement_timestamp() where reservation_id = :id")
                .param("id", broken.value())
                .update();
        shows.refundSome(sale);

        assertThat(status(sale)).isEqualTo(Status.DONE);
        assertThat(failing()).isZero();
    }

    @Test
    void arePutOffForTwiceAsLongEachTimeUpToAnHour() {
        var sale = office.open(1);
        var broken = cancelled(sale).getFirst().id();
        var waits = new ArrayList<Long>();

        for (var i = 0; i < 8; i++) {
            refundShows.putOff(broken);
            waits.add(minutesOff(broken));
        }

        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        cancelReservation.cancelAsOrganiser(broken);
        assertThat(failing()).as("an organiser does not have to wait").isZero();
    }

    @Test
    void areNotThoseThatSomebodyHasMadeMeanwhile() {
        var sale = office.open(1);
        var refunded = cancelled(sale).getFirst().id();
        shows.refundSome(sale);

        refundShows.putOff(refunded);

        assertThat(failing()).isZero();
    }

    /** A cancelled show all of whose seats are paid, each by itself. */
    private List<Reservation> cancelled(ScheduleSale sale) {
        var paid = office.seats(sale).stream()
                .map(seat -> office.sell(somebody(), sale, seat))
                .toList();
        shows.cancel(sale);
        return paid;
    }

    private Status status(ScheduleSale sale) {
        return cancellations.find(sale.scheduleId()).orElseThrow().status();
    }

    private double failing() {
        refundShows.unfinished();
        return meters.get("frontrow.reservation.refunds.failing").gauge().value();
    }

    private long minutesOff(ReservationId id) {
        return jdbc.sql("""
                select round(extract(epoch from retry_at - statement_timestamp()) / 60) as minutes
                  from reservation.failed_refund
                 where reservation_id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> row.getLong("minutes"))
                .single();
    }
}
