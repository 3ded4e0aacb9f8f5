package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.DeleteVoidReservations;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.application.port.out.LiveSeats;
import dev.frontrow.reservation.application.port.out.LiveSeats.Buyer;
import dev.frontrow.reservation.domain.EndOfHold;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationNotFound;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of reservations that nobody paid. */
@ModuleTest
class VoidReservationTests {

    /** As many as a user can make and let go of within minutes. */
    private static final int MANY = 15_000;

    private final BoxOffice office;
    private final ReleaseHold releaseHold;
    private final CancelReservation cancelReservation;
    private final DeleteVoidReservations voidReservations;
    private final LiveSeats liveSeats;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    VoidReservationTests(
            BoxOffice office,
            ReleaseHold releaseHold,
            CancelReservation cancelReservation,
            DeleteVoidReservations voidReservations,
            LiveSeats liveSeats,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.office = office;
        this.releaseHold = releaseHold;
        this.cancelReservation = cancelReservation;
        this.voidReservations = voidReservations;
        this.liveSeats = liveSeats;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void areDeletedWithTicketsAndPaymentOnceTheyAreOldEnough() {
        var sale = office.open(6);
        var seats = office.seats(sale);
        var released = office.reserve(somebody(), sale, seats.get(0));
        releaseHold.release(released.id(), released.userId());
        var expired = office.reserve(somebody(), sale, seats.get(1), seats.get(2));
        office.runOut(expired.id());
        office.sweep();
        var young = office.reserve(somebody(), sale, seats.get(3));
        releaseHold.release(young.id(), young.userId());
        age(released, "90 days 1 second");
        age(expired, "90 days 1 second");
        age(young, "89 days");

        deleteAll();

        for (var gone : List.of(released, expired)) {
            assertThat(office.reservationsOf(gone.userId())).isZero();
            assertThat(ticketsOf(gone.id())).isZero();
            assertThat(paymentsOf(gone.id())).isZero();
        }
        assertThat(office.state(young.id())).isEqualTo("RELEASED VOID");
        assertThat(paymentsOf(young.id())).isEqualTo(1);
    }

    @Test
    void areAloneInBeingDeleted() {
        var sale = office.open(3);
        var seats = office.seats(sale);
        var paid = office.sell(somebody(), sale, seats.get(0));
        var cancelled = office.sell(somebody(), sale, seats.get(1));
        cancelReservation.cancel(cancelled.id(), cancelled.userId());
        var held = office.reserve(somebody(), sale, seats.get(2));
        for (var kept : List.of(paid, cancelled)) {
            age(kept, "1000 days");
        }

        deleteAll();

        assertThat(office.state(paid.id())).isEqualTo("CONFIRMED PAID");
        assertThat(office.state(cancelled.id())).isEqualTo("CANCELLED VOID");
        assertThat(office.state(held.id())).isEqualTo("PENDING_PAYMENT UNPAID");
        for (var kept : List.of(paid, cancelled, held)) {
            assertThat(paymentsOf(kept.id())).isEqualTo(1);
        }
    }

    @Test
    void takeTheirKeysWithThem() {
        var sale = office.open(1);
        var ann = somebody();
        var first = office.reserve(ann, "key", sale, office.seats(sale)).reservation();
        releaseHold.release(first.id(), ann);
        assertThat(office.reserve(ann, "key", sale, office.seats(sale))
                        .reservation()
                        .id())
                .as("a replay")
                .isEqualTo(first.id());
        age(first, "91 days");

        deleteAll();

        assertThat(office.reserve(ann, "key", sale, office.seats(sale))
                        .reservation()
                        .id())
                .isNotEqualTo(first.id());
    }

    @Test
    void areDeletedOnceHoweverManyDelete() {
        var sale = office.open(20);
        var all = office.seats(sale).stream()
                .map(seat -> office.reserve(somebody(), sale, seat))
                .toList();
        for (var one : all) {
            releaseHold.release(one.id(), one.userId());
            age(one, "91 days");
        }

        AtOnce.times(4, () -> voidReservations.deleteAfter(EndOfHold.NONE));

        assertThat(all).allSatisfy(one -> {
            assertThat(office.reservationsOf(one.userId())).isZero();
            assertThat(paymentsOf(one.id())).isZero();
        });
    }

    @Test
    void areNotFoundByWhoeverComesInTheInstantOfTheirDeletion() {
        var sale = office.open(1);
        var late = office.reserve(somebody(), sale, office.seats(sale).getFirst());
        releaseHold.release(late.id(), late.userId());
        jdbc.sql("delete from stand_in.payment where reservation_id = :id")
                .param("id", late.id().value())
                .update();

        assertThatThrownBy(() -> releaseHold.release(late.id(), late.userId())).isInstanceOf(ReservationNotFound.class);
        assertThatThrownBy(() -> cancelReservation.cancel(late.id(), late.userId()))
                .isInstanceOf(ReservationNotFound.class);
    }

    @Test
    void areDeletedAlsoBehindManyThatCanNotBe() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var nobodys = somebody();
        writeVoid(nobodys, sale, seats.get(0), 1_100);
        ageAll(nobodys, "9000 days");
        var behind = office.reserve(somebody(), sale, seats.get(1));
        releaseHold.release(behind.id(), behind.userId());
        age(behind, "91 days");

        deleteAll();

        assertThat(office.reservationsOf(behind.userId())).isZero();
        assertThat(office.reservationsOf(nobodys)).as("without a payment").isEqualTo(1_100);
        ageAll(nobodys, "1 day"); // out of the way of the other tests
    }

    @Test
    void areNotReadWhereLiveSeatsAreCounted() {
        var sale = office.open(3);
        var seats = office.seats(sale);
        var ann = somebody();
        office.reserve(ann, sale, seats.get(0), seats.get(1));
        writeVoid(ann, sale, seats.get(2), MANY);

        var read = IntStream.range(0, 8)
                .mapToLong(_ -> rowsReadByCounting(ann, sale))
                .max();

        assertThat(read.orElseThrow()).isBetween(1L, 20L);
    }

    private long rowsReadByCounting(UserId userId, ScheduleSale sale) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var buyer = new Buyer(userId, sale.scheduleId());
            long before = rowsRead();
            assertThat(liveSeats.count(List.of(buyer))).isEqualTo(Map.of(buyer, 2));
            return rowsRead() - before;
        }));
    }

    /** By this transaction, of reservations and tickets, by whichever way. */
    private long rowsRead() {
        return jdbc.sql("""
                select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))
                  from pg_stat_xact_user_tables
                 where schemaname = 'reservation' and relname in ('reservation', 'ticket')
                """).query((row, n) -> row.getLong(1)).single();
    }

    private void writeVoid(UserId userId, ScheduleSale sale, String seat, int many) {
        jdbc.sql("""
                with void as (
                  insert into reservation.reservation (id, user_id, concert_id, schedule_id, status, amount, hold_expires_at,
                                                       created_at, payment_id, starts_at)
                  select gen_random_uuid(), :userId, :concertId, :scheduleId, 'RELEASED', 100, statement_timestamp(),
                         statement_timestamp(), gen_random_uuid(), statement_timestamp()
                    from generate_series(1, :many)
                  returning id)
                insert into reservation.ticket (id, reservation_id, seat_id, position, seat_label, price, status)
                select gen_random_uuid(), id, :seat, 1, 'A-1-3', 100, 'VOID' from void
                """)
                .param("userId", userId.value())
                .param("concertId", sale.concertId().value())
                .param("scheduleId", sale.scheduleId().value())
                .param("many", many)
                .param("seat", Long.parseLong(seat))
                .update();
    }

    private void deleteAll() {
        @Nullable EndOfHold last = EndOfHold.NONE;
        while (last != null) {
            last = voidReservations.deleteAfter(last).last();
        }
    }

    private void age(Reservation reservation, String by) {
        jdbc.sql("""
                update reservation.reservation set hold_expires_at = statement_timestamp() - cast(:by as interval)
                 where id = :id
                """).param("by", by).param("id", reservation.id().value()).update();
    }

    private void ageAll(UserId userId, String by) {
        jdbc.sql("""
                update reservation.reservation set hold_expires_at = statement_timestamp() - cast(:by as interval)
                 where user_id = :userId
                """).param("by", by).param("userId", userId.value()).update();
    }

    private long ticketsOf(ReservationId id) {
        return count("select count(*) from reservation.ticket where reservation_id = :id", id.value());
    }

    private long paymentsOf(ReservationId id) {
        return count("select count(*) from stand_in.payment where reservation_id = :id", id.value());
    }

    private long count(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query((row, n) -> row.getLong(1)).single();
    }
}
