package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.Invariant;
import dev.frontrow.payment.Points;
import dev.frontrow.reservation.domain.Block;
import dev.frontrow.reservation.domain.Reservation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class ReservationInvariantsTests {

    private final BoxOffice office;
    private final PaymentsStandIn till;
    private final Invariant seatInOneLiveReservation;
    private final Invariant soldSeatsArePaidTickets;
    private final Invariant confirmedReservationsArePaid;
    private final Invariant noLiveReservationOfACancelledShow;
    private final Invariant blockedSeatsAreNotSold;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ReservationInvariantsTests(
            BoxOffice office,
            PaymentsStandIn till,
            @Qualifier("seatInOneLiveReservation") Invariant seatInOneLiveReservation,
            @Qualifier("soldSeatsArePaidTickets") Invariant soldSeatsArePaidTickets,
            @Qualifier("confirmedReservationsArePaid") Invariant confirmedReservationsArePaid,
            @Qualifier("noLiveReservationOfACancelledShow") Invariant noLiveReservationOfACancelledShow,
            @Qualifier("blockedSeatsAreNotSold") Invariant blockedSeatsAreNotSold,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.office = office;
        this.till = till;
        this.seatInOneLiveReservation = seatInOneLiveReservation;
        this.soldSeatsArePaidTickets = soldSeatsArePaidTickets;
        this.confirmedReservationsArePaid = confirmedReservationsArePaid;
        this.noLiveReservationOfACancelledShow = noLiveReservationOfACancelledShow;
        this.blockedSeatsAreNotSold = blockedSeatsAreNotSold;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void findsReservationsAndPaymentsThatDoNotAgree() {
        var paid = paid();
        var other = paid();
        paid(); // in the order of the payments' ids, whichever that is
        undone(() -> findsThatTheyDoNotAgree(paid, other));
    }

    private void findsThatTheyDoNotAgree(Reservation paid, Reservation other) {
        assertThat(count(confirmedReservationsArePaid)).isZero();

        jdbc.sql("update stand_in.payment set amount = amount + 1 where id = :id")
                .param("id", paid.paymentId().value())
                .update();
        assertThat(count(confirmedReservationsArePaid)).isEqualTo(1);

        jdbc.sql("delete from stand_in.payment where id = :id")
                .param("id", paid.paymentId().value())
                .update();
        assertThat(count(confirmedReservationsArePaid)).isEqualTo(1);

        jdbc.sql("update reservation.reservation set status = 'CANCELLED' where id = :id")
                .param("id", other.id().value())
                .update();
        assertThat(count(confirmedReservationsArePaid)).isEqualTo(2);
        till.refund(other.paymentId(), Points.NONE);
        assertThat(count(confirmedReservationsArePaid)).isEqualTo(1);
    }

    @Test
    void findsSoldSeatsThatAreNotPaid() {
        var paid = paid();
        undone(() -> findsThatItIsNotPaid(paid));
    }

    private void findsThatItIsNotPaid(Reservation paid) {
        assertThat(count(soldSeatsArePaidTickets)).isZero();

        jdbc.sql("update reservation.ticket set status = 'VOID' where reservation_id = :id")
                .param("id", paid.id().value())
                .update();
        assertThat(count(soldSeatsArePaidTickets)).isEqualTo(1);

        jdbc.sql("update reservation.ticket set status = 'PAID' where reservation_id = :id")
                .param("id", paid.id().value())
                .update();
        jdbc.sql("update reservation.seat set status = 'AVAILABLE', reservation_id = null where reservation_id = :id")
                .param("id", paid.id().value())
                .update();
        assertThat(count(soldSeatsArePaidTickets)).isEqualTo(1);
    }

    @Test
    void findsSeatsInTwoLiveReservations() {
        var sale = office.open(1);
        var seat = office.seats(sale).getFirst();
        var first = office.reserve(somebody(), sale, seat);
        office.runOut(first.id());
        office.reserve(somebody(), sale, seat);
        undone(() -> findsThatBothAreLive(first));
    }

    private void findsThatBothAreLive(Reservation first) {
        assertThat(count(seatInOneLiveReservation)).isZero();

        jdbc.sql("update reservation.reservation set status = 'CONFIRMED' where id = :id")
                .param("id", first.id().value())
                .update();
        assertThat(count(seatInOneLiveReservation)).isEqualTo(1);
    }

    @Test
    void areKeptByTheDatabaseFromASecondPaidTicketOfASeat() {
        var sale = office.open(1);
        var seat = office.seats(sale).getFirst();
        var late = office.reserve(somebody(), sale, seat);
        office.runOut(late.id());
        office.sell(somebody(), sale, seat);

        assertThatThrownBy(() -> undone(
                        () -> jdbc.sql("update reservation.ticket set status = 'PAID' where reservation_id = :id")
                                .param("id", late.id().value())
                                .update()))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void findsWhatIsHeldOfACancelledShowAndOnceItIsDoneWhatIsPaid() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        office.sell(somebody(), sale, seats.getFirst());
        var held = office.reserve(somebody(), sale, seats.getLast());
        undone(() -> findsThatTheyAreLive(sale, held));
    }

    private void findsThatTheyAreLive(ScheduleSale sale, Reservation held) {
        assertThat(count(noLiveReservationOfACancelledShow)).isZero();

        jdbc.sql("""
                        insert into reservation.cancelled_show (schedule_id, reason, refunds_total, started_at)
                        values (:id, 'Rain', 1, statement_timestamp())
                        """).param("id", sale.scheduleId().value()).update();
        assertThat(count(noLiveReservationOfACancelledShow)).isEqualTo(1);

        jdbc.sql("""
                        update reservation.cancelled_show set refunds_done = 1, finished_at = statement_timestamp()
                         where schedule_id = :id
                        """).param("id", sale.scheduleId().value()).update();
        assertThat(count(noLiveReservationOfACancelledShow)).isEqualTo(2);

        jdbc.sql("update reservation.reservation set hold_expires_at = statement_timestamp() where id = :id")
                .param("id", held.id().value())
                .update();
        assertThat(count(noLiveReservationOfACancelledShow)).isEqualTo(1);
    }

    @Test
    void findsBlockedSeatsThatAreSoldOrInNoBlock() {
        var paid = paid();
        var sale = office.open(1);
        var block = office.block(sale, office.seats(sale).getFirst());
        undone(() -> findsThatTheyAreBlockedWrongly(paid, block));
    }

    private void findsThatTheyAreBlockedWrongly(Reservation paid, Block block) {
        assertThat(count(blockedSeatsAreNotSold)).isZero();

        jdbc.sql("update reservation.block set schedule_id = gen_random_uuid() where id = :id")
                .param("id", block.id().value())
                .update();
        assertThat(count(blockedSeatsAreNotSold)).isEqualTo(1);

        jdbc.sql("delete from reservation.block where id = :id")
                .param("id", block.id().value())
                .update();
        assertThat(count(blockedSeatsAreNotSold)).isEqualTo(1);

        jdbc.sql("""
                with elsewhere as (
                  insert into reservation.block (id, schedule_id, seat_ids, reason, made_by)
                  select gen_random_uuid(), schedule_id, array[id], 'sold before', 'organiser'
                    from reservation.seat where reservation_id = :id
                  returning id)
                update reservation.seat
                   set status = 'BLOCKED', reservation_id = null, block_id = (select id from elsewhere)
                 where reservation_id = :id
                """).param("id", paid.id().value()).update();
        assertThat(count(blockedSeatsAreNotSold)).isEqualTo(2);
    }

    /** Does it in a transaction that is rolled back, so that what is wrong stays with this test. */
    private void undone(Runnable action) {
        transaction.executeWithoutResult(status -> {
            action.run();
            status.setRollbackOnly();
        });
    }

    private static long count(Invariant invariant) {
        return invariant.violations().getAsLong();
    }

    private Reservation paid() {
        var sale = office.open(1);
        return office.sell(somebody(), sale, office.seats(sale).getFirst());
    }
}
