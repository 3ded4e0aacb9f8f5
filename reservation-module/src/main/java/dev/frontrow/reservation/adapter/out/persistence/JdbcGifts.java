package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.numbers;
import static dev.frontrow.edge.DatabaseArray.texts;

import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.out.Gifts;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.Ticket;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGifts implements Gifts {

    private final JdbcClient jdbc;

    JdbcGifts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Opened> open(NewGift gift, Duration holdTtl) {
        return jdbc.sql("""
                insert into reservation.reservation (id, user_id, concert_id, schedule_id, status, amount,
                       hold_expires_at, created_at, payment_id, starts_at, seats_per_user_max, refund_closes_before_start,
                       refund_fee_percent, given_by, given_because, given_key)
                values (:id, :userId, :concertId, :scheduleId, 'PENDING_PAYMENT', 0,
                       statement_timestamp() + make_interval(secs => :holdSeconds), statement_timestamp(), :paymentId,
                       :startsAt, :seatsPerUserMax, :closesBeforeStart, :feePercent, :givenBy, :reason, :key)
                on conflict (given_by, given_key) where given_key is not null do nothing
                returning created_at, hold_expires_at
                """)
                .param("id", gift.id().value())
                .param("userId", gift.userId().value())
                .param("concertId", gift.sale().concertId().value())
                .param("scheduleId", gift.sale().scheduleId().value())
                .param("holdSeconds", holdTtl.toSeconds())
                .param("paymentId", gift.paymentId().value())
                .param("startsAt", DatabaseTime.parameter(gift.sale().startsAt()))
                .param("seatsPerUserMax", gift.sale().seatsPerUserMax())
                .param(
                        "closesBeforeStart",
                        gift.sale().refundTerms().closesBeforeStart().toSeconds())
                .param("feePercent", gift.sale().refundTerms().feePercent())
                .param("givenBy", gift.complimentary().givenBy().value())
                .param("reason", gift.complimentary().reason().value())
                .param("key", Objects.toString(gift.key(), null))
                .query((row, n) -> new Opened(
                        DatabaseTime.instant(row, "created_at"), DatabaseTime.instant(row, "hold_expires_at")))
                .optional();
    }

    @Override
    public void issue(Reservation given) {
        var tickets = given.tickets();
        var written = jdbc.sql("""
                with issued as (
                  insert into reservation.ticket (id, reservation_id, seat_id, position, seat_label, price, status)
                  select id, :id, seat_id, position, seat_label, price, 'UNPAID'
                    from unnest(cast(:ticketIds as uuid[]), cast(:seatIds as bigint[]), cast(:labels as text[]),
                                cast(:prices as bigint[]))
                         with ordinality
                         as issued (id, seat_id, seat_label, price, position)
                  returning seat_id),
                held as (
                  update reservation.seat s
                     set status = 'HELD', reservation_id = :id, hold_expires_at = :holdExpiresAt, block_id = null
                    from issued
                   where s.id = issued.seat_id
                  returning s.id)
                select (select count(*) from issued) as tickets, (select count(*) from held) as seats
                """)
                .param("id", given.id().value())
                .param("ticketIds", texts(tickets, Ticket::id))
                .param("seatIds", numbers(tickets, ticket -> ticket.seatId().value()))
                .param("labels", texts(tickets, Ticket::seatLabel))
                .param("prices", numbers(tickets, ticket -> ticket.price().amount()))
                .param("holdExpiresAt", DatabaseTime.parameter(given.holdExpiresAt()))
                .query((row, n) -> new Written(row.getInt("tickets"), row.getInt("seats")))
                .single();
        if (!written.equals(new Written(tickets.size(), tickets.size()))) {
            throw new IllegalStateException("of a gift of " + tickets.size() + " seats were written " + written);
        }
    }

    private record Written(int tickets, int seats) {}

    @Override
    public Optional<Reservation> givenWith(UserId givenBy, IdempotencyKey key) {
        var rows = jdbc.sql("""
                select r.status, %s
                  from reservation.reservation r
                  join reservation.ticket t on t.reservation_id = r.id
                 where r.given_by = :givenBy and r.given_key = :key
                 order by t.position
                """.formatted(ReservationRow.COLUMNS))
                .param("givenBy", givenBy.value())
                .param("key", key.value())
                .query(ReservationRow::read)
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(ReservationRow.reservation(rows));
    }
}
