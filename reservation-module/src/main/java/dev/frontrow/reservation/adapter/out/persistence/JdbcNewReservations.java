package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.numbers;
import static dev.frontrow.edge.DatabaseArray.texts;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.reservation.application.port.out.NewReservations;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.Terms;
import dev.frontrow.reservation.domain.Ticket;
import java.util.Collection;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNewReservations implements NewReservations {

    private final JdbcClient jdbc;

    JdbcNewReservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The keys are written in one order, so that twins of several batches wait for one another and never in a circle. */
    @Override
    public void add(Collection<NewReservation> made, Collection<SeenList> lists) {
        var reservations = made.stream().map(NewReservation::reservation).toList();
        var terms = reservations.stream().map(Reservation::terms).toList();
        var tickets = reservations.stream()
                .flatMap(reservation -> IntStream.range(0, reservation.tickets().size())
                        .mapToObj(i ->
                                new NewTicket(reservation, reservation.tickets().get(i), i + 1)))
                .toList();
        var written = jdbc.sql(
                        WaitingEntryRow.wishes("cast(:lists as uuid[])") + """
                , made as (
                  insert into reservation.reservation (id, user_id, concert_id, schedule_id, status, amount,
                         hold_expires_at, created_at, payment_id, starts_at, seats_per_user_max,
                         refund_closes_before_start, refund_fee_percent, offer, idempotency_key)
                  select id, user_id, concert_id, schedule_id, 'PENDING_PAYMENT', amount,
                         hold_expires_at, created_at, payment_id, starts_at, seats_per_user_max, closes_before_start,
                         fee_percent, offer, key
                    from unnest(cast(:ids as uuid[]), cast(:userIds as text[]), cast(:concertIds as uuid[]),
                                cast(:scheduleIds as uuid[]), cast(:amounts as bigint[]),
                                cast(:holdsExpireAt as timestamptz[]), cast(:createdAt as timestamptz[]),
                                cast(:paymentIds as uuid[]), cast(:startsAt as timestamptz[]),
                                cast(:seatsPerUserMax as int[]), cast(:closeBeforeStart as int[]),
                                cast(:feePercents as int[]), cast(:offers as boolean[]), cast(:keys as text[]))
                         as made (id, user_id, concert_id, schedule_id, amount, hold_expires_at, created_at, payment_id,
                                  starts_at, seats_per_user_max, closes_before_start, fee_percent, offer, key)
                   order by user_id, key
                  returning id, hold_expires_at),
                issued as (
                  insert into reservation.ticket (id, reservation_id, seat_id, position, seat_label, price, status)
                  select id, reservation_id, seat_id, position, seat_label, price, 'UNPAID'
                    from unnest(cast(:ticketIds as uuid[]), cast(:reservationIds as uuid[]), cast(:seatIds as bigint[]),
                                cast(:positions as int[]), cast(:labels as text[]), cast(:prices as bigint[]))
                         as issued (id, reservation_id, seat_id, position, seat_label, price)
                  returning id, reservation_id, seat_id),
                held as (
                  update reservation.seat s
                     set status = 'HELD', reservation_id = issued.reservation_id, hold_expires_at = made.hold_expires_at
                    from issued join made on made.id = issued.reservation_id
                   where s.id = issued.seat_id
                  returning s.id)
                select (select count(*) from made) as reservations, (select count(*) from issued) as tickets,
                       (select count(*) from held) as seats,
                       (select count(*)
                          from unnest(cast(:lists as uuid[]), cast(:sequences as bigint[])) as seen (schedule_id, sequence)
                          join reservation.waiting_list l
                            on l.schedule_id = seen.schedule_id and l.sequence <> seen.sequence
                         where exists (select
                                         from (select schedule_id, section,
                                                      count(*) filter (where state = 'AVAILABLE') as free
                                                 from reservation.seat_now
                                                where schedule_id = l.schedule_id
                                                group by schedule_id, section) s
                                        where %s <= s.free)) as changed_lists
                """.formatted(WaitingEntryRow.SMALLEST_WISH))
                .param("ids", texts(reservations, Reservation::id))
                .param("userIds", texts(reservations, Reservation::userId))
                .param("concertIds", texts(reservations, Reservation::concertId))
                .param("scheduleIds", texts(reservations, Reservation::scheduleId))
                .param(
                        "amounts",
                        numbers(
                                reservations,
                                reservation -> reservation.amount().amount()))
                .param("holdsExpireAt", texts(reservations, Reservation::holdExpiresAt))
                .param("createdAt", texts(reservations, Reservation::createdAt))
                .param("paymentIds", texts(reservations, Reservation::paymentId))
                .param(
                        "startsAt",
                        texts(reservations, reservation -> reservation.terms().startsAt()))
                .param("seatsPerUserMax", numbers(terms, Terms::seatsPerUserMax))
                .param(
                        "closeBeforeStart",
                        numbers(
                                terms,
                                each -> each.refundTerms().closesBeforeStart().toSeconds()))
                .param("feePercents", numbers(terms, each -> each.refundTerms().feePercent()))
                .param("offers", texts(reservations, Reservation::offer))
                .param("keys", texts(made, NewReservation::key))
                .param("ticketIds", texts(tickets, ticket -> ticket.ticket.id()))
                .param("reservationIds", texts(tickets, ticket -> ticket.reservation.id()))
                .param(
                        "seatIds",
                        numbers(tickets, ticket -> ticket.ticket.seatId().value()))
                .param("positions", numbers(tickets, NewTicket::position))
                .param("labels", texts(tickets, ticket -> ticket.ticket.seatLabel()))
                .param(
                        "prices",
                        numbers(tickets, ticket -> ticket.ticket.price().amount()))
                .param("lists", texts(lists, SeenList::scheduleId))
                .param("sequences", numbers(lists, SeenList::sequence))
                .query((row, n) -> {
                    if (row.getInt("changed_lists") > 0) {
                        throw new OptimisticLockingFailureException(
                                "somebody came to wait for what is free while a part of it was claimed");
                    }
                    return new Written(row.getInt("reservations"), row.getInt("tickets"), row.getInt("seats"));
                })
                .single();
        if (!written.equals(new Written(reservations.size(), tickets.size(), tickets.size()))) {
            throw new IllegalStateException("of " + reservations.size() + " reservations of " + tickets.size()
                    + " seats were written " + written);
        }
    }

    private record NewTicket(Reservation reservation, Ticket ticket, int position) {}

    private record Written(int reservations, int tickets, int seats) {}

    @Override
    public Map<UsedKey, Reservation> madeWith(Collection<UsedKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var rows = jdbc.sql("""
                select r.idempotency_key, r.status, %s
                  from unnest(cast(:userIds as text[]), cast(:keys as text[])) as used (user_id, key)
                 cross join lateral (select *
                                       from reservation.reservation
                                      where user_id = used.user_id and idempotency_key = used.key) r
                  join reservation.ticket t on t.reservation_id = r.id
                 order by r.id, t.position
                """.formatted(ReservationRow.COLUMNS))
                .param("userIds", texts(keys, UsedKey::userId))
                .param("keys", texts(keys, UsedKey::key))
                .query((row, n) ->
                        new KeyedRow(new IdempotencyKey(row.getString("idempotency_key")), ReservationRow.read(row, n)))
                .list();
        return rows.stream()
                .collect(groupingBy(keyed -> new UsedKey(keyed.row.userId(), keyed.key)))
                .entrySet()
                .stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        made -> ReservationRow.reservation(
                                made.getValue().stream().map(KeyedRow::row).toList())));
    }

    private record KeyedRow(IdempotencyKey key, ReservationRow row) {}
}
