package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.reservation.ReservationAudit.ConfirmedReservation;
import dev.frontrow.reservation.domain.Reservation;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ModuleTest
class ReservationAuditTests {

    private final BoxOffice office;
    private final Neighbours.Till till;
    private final ReservationAudit audit;
    private final JdbcClient jdbc;

    ReservationAuditTests(BoxOffice office, Neighbours.Till till, ReservationAudit audit, JdbcClient jdbc) {
        this.office = office;
        this.till = till;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Test
    @Transactional
    void streamsConfirmedReservationsByTheirPayment() {
        var paid = paid();
        try (var confirmed = audit.confirmedReservations()) {
            var all = confirmed.toList();
            assertThat(all)
                    .contains(new ConfirmedReservation(
                            paid.id().value(), paid.paymentId().value(), 100));
            assertThat(all.stream().map(reservation -> reservation.paymentId().toString()))
                    .isSorted();
        }
    }

    @Test
    @Transactional
    void findsSoldSeatsThatAreNotPaid() {
        var paid = paid();
        var before = audit.soldSeatsThatAreNotPaidTickets();
        assertThat(before).isZero();

        jdbc.sql("update reservation.ticket set status = 'VOID' where reservation_id = :id")
                .param("id", paid.id().value())
                .update();
        assertThat(audit.soldSeatsThatAreNotPaidTickets()).isEqualTo(1);

        jdbc.sql("update reservation.ticket set status = 'PAID' where reservation_id = :id")
                .param("id", paid.id().value())
                .update();
        jdbc.sql("update reservation.seat set status = 'AVAILABLE', reservation_id = null where reservation_id = :id")
                .param("id", paid.id().value())
                .update();
        assertThat(audit.soldSeatsThatAreNotPaidTickets()).isEqualTo(1);
    }

    @Test
    @Transactional
    void findsSeatsInTwoLiveReservations() {
        var sale = office.open(1);
        var seat = office.seats(sale).getFirst();
        var first = office.reserve(somebody(), sale, seat);
        office.runOut(first.id());
        office.reserve(somebody(), sale, seat);
        assertThat(audit.seatsInSeveralLiveReservations()).isZero();

        jdbc.sql("update reservation.reservation set status = 'CONFIRMED' where id = :id")
                .param("id", first.id().value())
                .update();
        assertThat(audit.seatsInSeveralLiveReservations()).isEqualTo(1);
    }

    private Reservation paid() {
        var sale = office.open(1);
        var reservation = office.reserve(somebody(), sale, office.seats(sale).getFirst());
        till.pay(reservation.id().value());
        return reservation;
    }
}
