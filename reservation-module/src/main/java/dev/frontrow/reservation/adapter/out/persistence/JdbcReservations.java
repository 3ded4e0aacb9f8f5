package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.numbers;
import static dev.frontrow.edge.DatabaseArray.texts;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.Points;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.domain.CancelledBecause;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.Terms;
import dev.frontrow.reservation.domain.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReservations implements Reservations {

    private final JdbcClient jdbc;

    JdbcReservations(JdbcClient jdbc) {
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
        var written = jdbc.sql(WaitingEntryRow.wishes("cast(:lists as uuid[])") + """
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
                select 1 as reservations, (select count(*) from issued) as tickets, (select count(*) from held) as seats
                """)
                .param("id", given.id().value())
                .param("ticketIds", texts(tickets, Ticket::id))
                .param("seatIds", numbers(tickets, ticket -> ticket.seatId().value()))
                .param("labels", texts(tickets, Ticket::seatLabel))
                .param("prices", numbers(tickets, ticket -> ticket.price().amount()))
                .param("holdExpiresAt", DatabaseTime.parameter(given.holdExpiresAt()))
                .query((row, n) -> new Written(row.getInt("reservations"), row.getInt("tickets"), row.getInt("seats")))
                .single();
        if (!written.equals(new Written(1, tickets.size(), tickets.size()))) {
            throw new IllegalStateException("of a gift of " + tickets.size() + " seats were written " + written);
        }
    }

    @Override
    public Optional<Reservation> givenWith(UsedKey key) {
        var rows = jdbc.sql("""
                select r.status, %s
                  from reservation.reservation r
                  join reservation.ticket t on t.reservation_id = r.id
                 where r.given_by = :givenBy and r.given_key = :key
                 order by t.position
                """.formatted(ReservationRow.COLUMNS))
                .param("givenBy", key.userId().value())
                .param("key", key.key().value())
                .query(ReservationRow::read)
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(ReservationRow.reservation(rows));
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

    @Override
    public Optional<PaymentId> paymentOf(ReservationId id, UserId userId) {
        return jdbc.sql("""
                select payment_id from reservation.reservation where id = :id and user_id = :userId
                """)
                .param("id", id.value())
                .param("userId", userId.value())
                .query((row, n) -> new PaymentId(row.getObject("payment_id", UUID.class)))
                .optional();
    }

    @Override
    public Optional<PaymentId> paymentOf(ReservationId id) {
        return jdbc.sql("""
                select payment_id from reservation.reservation where id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> new PaymentId(row.getObject("payment_id", UUID.class)))
                .optional();
    }

    @Override
    public Locked lock(ReservationId id) {
        var found = lock(List.of(id)).get(id);
        if (found == null) {
            throw new IllegalStateException("there is no reservation " + id);
        }
        return found;
    }

    @Override
    public Map<ReservationId, Locked> lock(Collection<ReservationId> ids) {
        var rows = jdbc.sql("""
                select r.status, %s
                  from reservation.reservation r
                  join reservation.ticket t on t.reservation_id = r.id
                 where r.id = any(cast(:ids as uuid[]))
                 order by r.id, t.position
                   for no key update
                """.formatted(ReservationRow.COLUMNS))
                .param("ids", texts(ids, ReservationId::value))
                .query(ReservationRow::read)
                .list();
        return ReservationRow.byReservation(rows).stream()
                .collect(toMap(
                        reservation -> reservation.getFirst().id(),
                        reservation -> new Locked(
                                ReservationRow.reservation(reservation),
                                reservation.getFirst().at())));
    }

    @Override
    public void startAt(ScheduleId scheduleId, Instant startsAt) {
        jdbc.sql("""
                insert into reservation.moved_schedule (schedule_id, starts_at, moved_at)
                values (:scheduleId, :startsAt, statement_timestamp())
                    on conflict (schedule_id) do update set starts_at = excluded.starts_at, moved_at = excluded.moved_at
                """)
                .param("scheduleId", scheduleId.value())
                .param("startsAt", DatabaseTime.parameter(startsAt))
                .update();
    }

    @Override
    public void move(Reservation changed, ReservationStatus from) {
        move(
                List.of(changed.id()),
                from,
                changed.status(),
                changed.cancelledBecause().orElse(null),
                changed.fee(),
                changed.tickets().size());
    }

    @Override
    public void cancelForShow(List<Reservation> cancelled) {
        move(
                cancelled.stream().map(Reservation::id).toList(),
                ReservationStatus.CONFIRMED,
                ReservationStatus.CANCELLED,
                CancelledBecause.SHOW_CANCELLED,
                Points.NONE,
                cancelled.stream()
                        .mapToInt(reservation -> reservation.tickets().size())
                        .sum());
    }

    @Override
    public void confirm(Collection<ReservationId> ids, int tickets) {
        move(ids, ReservationStatus.PENDING_PAYMENT, ReservationStatus.CONFIRMED, null, Points.NONE, tickets);
    }

    private void move(
            Collection<ReservationId> ids,
            ReservationStatus from,
            ReservationStatus to,
            @Nullable CancelledBecause cancelledBecause,
            Points fee,
            int tickets) {
        var moved = jdbc.sql("""
                with moved as (
                  update reservation.reservation
                     set status = :to, cancelled_because = cast(:cancelledBecause as text), fee = :fee
                   where id = any(cast(:ids as uuid[])) and status = :from
                  returning id)
                update reservation.ticket t
                   set status = :ticketsTo
                  from moved
                 where t.reservation_id = moved.id and t.status = :ticketsFrom
                """)
                .param("ids", texts(ids, ReservationId::value))
                .param("from", from.name())
                .param("to", to.name())
                .param("cancelledBecause", Objects.toString(cancelledBecause, null))
                .param("fee", fee.amount())
                .param("ticketsFrom", from.tickets().name())
                .param("ticketsTo", to.tickets().name())
                .update();
        if (moved == 0 || moved != tickets) {
            throw new IllegalStateException(
                    "reservations " + ids + " were not " + from + " with " + tickets + " tickets");
        }
    }

    @Override
    public List<ReservationId> paidAfter(ScheduleId scheduleId, @Nullable ReservationId other, int atMost) {
        return jdbc.sql("""
                select id
                  from reservation.reservation
                 where schedule_id = :scheduleId and status = 'CONFIRMED'
                   and sequence > coalesce((select sequence from reservation.reservation where id = cast(:other as uuid)), 0)
                 order by sequence
                 limit :atMost
                """)
                .param("scheduleId", scheduleId.value())
                .param("other", Objects.toString(other, null))
                .param("atMost", atMost)
                .query((row, n) -> new ReservationId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public List<Locked> lockPaid(Collection<ReservationId> ids) {
        var free = jdbc.sql("""
                with paid as materialized (
                  select id, user_id
                    from reservation.reservation
                   where id = any(cast(:ids as uuid[])) and status = 'CONFIRMED'
                     for no key update skip locked)
                select id from paid order by user_id, id
                """)
                .param("ids", texts(ids, ReservationId::value))
                .query((row, n) -> new ReservationId(row.getObject("id", UUID.class)))
                .list();
        var found = lock(free);
        return free.stream().map(found::get).toList();
    }
}
