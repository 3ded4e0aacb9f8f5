package dev.frontrow.reservation.adapter.out.persistence;

import dev.frontrow.edge.Comparison;
import dev.frontrow.edge.Invariant;
import dev.frontrow.payment.PaymentAudit;
import dev.frontrow.payment.PaymentAudit.SettledPayment;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reservation promises of its seats and tickets, and of payments for them. */
@Configuration(proxyBeanMethods = false)
class ReservationInvariants {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final JdbcClient jdbc;

    ReservationInvariants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    @Order(10)
    Invariant seatInOneLiveReservation() {
        return Invariant.counted(
                "seat-in-one-live-reservation",
                "A seat is in at most one live reservation: pending within its time, or confirmed.",
                jdbc,
                """
                select count(*)
                  from (select t.seat_id
                          from reservation.reservation_now r
                          join reservation.ticket t on t.reservation_id = r.id
                         where r.live
                         group by t.seat_id
                        having count(*) > 1) several
                """);
    }

    @Bean
    @Order(20)
    Invariant soldSeatsArePaidTickets() {
        return Invariant.counted(
                "sold-seats-are-paid-tickets",
                "A sold seat has exactly one paid ticket, and a paid ticket's seat is sold.",
                jdbc,
                """
                select count(*)
                  from (select id, reservation_id from reservation.seat where status = 'SOLD') sold
                  full join (select seat_id, count(*) as tickets, min(cast(reservation_id as text)) as reservation_id
                               from reservation.ticket
                              where status = 'PAID'
                              group by seat_id) paid on paid.seat_id = sold.id
                 where sold.id is null or paid.seat_id is null or paid.tickets <> 1
                    or paid.reservation_id <> cast(sold.reservation_id as text)
                """);
    }

    @Bean
    @Order(30)
    Invariant confirmedReservationsArePaid(PaymentAudit payments) {
        return new Invariant(
                "confirmed-reservations-are-paid",
                "A confirmed reservation has exactly one paid payment, of its amount; and the reverse.",
                () -> {
                    try (var confirmed = confirmed();
                            var settled = payments.settledPayments()) {
                        return new Comparison<>(
                                        Confirmed::paymentId,
                                        (SettledPayment payment) ->
                                                payment.paymentId().toString(),
                                        ReservationInvariants::isPaid)
                                .disagreements(confirmed, settled.filter(payment -> !payment.refunded()));
                    }
                });
    }

    @Bean
    @Order(90)
    Invariant noLiveReservationOfACancelledShow() {
        return Invariant.counted(
                "no-live-reservation-of-a-cancelled-show",
                "Of a cancelled show nothing is held, and once its refunds are done, nothing is confirmed.",
                jdbc,
                """
                select count(*)
                  from reservation.cancelled_show c
                  join reservation.reservation_now r on r.schedule_id = c.schedule_id
                 where r.live and (r.status = 'PENDING_PAYMENT' or c.finished_at is not null)
                """);
    }

    @Bean
    @Order(100)
    Invariant noUserAboveSeatLimit() {
        return Invariant.counted(
                "no-user-above-seat-limit",
                "Nobody has more live seats of a schedule than the largest limit noted in them; complimentary ones don't count.",
                jdbc,
                """
                select count(*)
                  from (select r.user_id, r.schedule_id
                          from reservation.reservation_now r
                          join reservation.ticket t on t.reservation_id = r.id
                         where r.live and r.given_by is null
                         group by r.user_id, r.schedule_id
                        having count(*) > max(r.seats_per_user_max)) above
                """);
    }

    @Bean
    @Order(110)
    Invariant blockedSeatsAreNotSold() {
        return Invariant.counted(
                "blocked-seats-are-not-sold",
                "A blocked seat is in a block of its schedule, and in no live reservation.",
                jdbc,
                """
                select count(*)
                  from reservation.seat s
                  left join reservation.block b on b.id = s.block_id and b.schedule_id = s.schedule_id
                  left join (select distinct t.seat_id
                               from reservation.reservation_now r
                               join reservation.ticket t on t.reservation_id = r.id
                              where r.live) live on live.seat_id = s.id
                 where s.status = 'BLOCKED' and (b.id is null or live.seat_id is not null)
                """);
    }

    private record Confirmed(UUID id, String paymentId, long amount) {}

    /** A UUID sorts by its bytes, which is the order of its lower-case text. */
    private Stream<Confirmed> confirmed() {
        return jdbc
                .sql("""
                select id, payment_id, amount
                  from reservation.reservation
                 where status = 'CONFIRMED'
                 order by payment_id
                """)
                .withFetchSize(ROWS_AT_A_TIME)
                .query((row, n) -> new Confirmed(
                        row.getObject("id", UUID.class), row.getString("payment_id"), row.getLong("amount")))
                .stream();
    }

    private static boolean isPaid(@Nullable Confirmed reservation, @Nullable SettledPayment payment) {
        return reservation != null
                && payment != null
                && reservation.id().equals(payment.reservationId())
                && reservation.amount() == payment.amount();
    }
}
