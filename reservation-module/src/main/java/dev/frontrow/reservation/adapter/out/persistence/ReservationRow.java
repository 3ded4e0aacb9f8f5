package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;
import static dev.frontrow.edge.DatabaseTime.instantOrNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.Points;
import dev.frontrow.reservation.domain.CancelledBecause;
import dev.frontrow.reservation.domain.Complimentary;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.Terms;
import dev.frontrow.reservation.domain.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A reservation with one of its tickets, as statements that join the two read it. */
record ReservationRow(
        ReservationId id,
        long sequence,
        UserId userId,
        ConcertId concertId,
        ScheduleId scheduleId,
        ReservationStatus status,
        Points amount,
        Instant holdExpiresAt,
        Instant createdAt,
        Terms terms,
        PaymentId paymentId,
        boolean offer,
        Optional<Complimentary> complimentary,
        Optional<CancelledBecause> cancelledBecause,
        Points fee,
        Ticket ticket,
        Instant at) {

    /**
     * What is read of a reservation {@code r} and a ticket {@code t}, but for the status: as it is stored, or as it reads now.
     *
     * <p>A reservation is older than the last move of its schedule if it was made earlier, or with another start: one that was
     * being made meanwhile may show the later time.
     */
    static final String COLUMNS = """
            r.id, r.sequence, r.user_id, r.concert_id, r.schedule_id, r.amount, r.hold_expires_at, r.created_at,
            r.starts_at, r.seats_per_user_max, r.refund_closes_before_start, r.refund_fee_percent,
            (select m.starts_at
               from reservation.moved_schedule m
              where m.schedule_id = r.schedule_id
                and (m.moved_at > r.created_at or m.starts_at <> r.starts_at)) as moved_to,
            r.payment_id, r.offer, r.given_by, r.given_because,
            coalesce(r.cancelled_because, case r.status when 'CANCELLED' then 'BUYER' end) as cancelled_because, r.fee,
            statement_timestamp() as at,
            t.id as ticket_id, t.seat_id, t.seat_label, t.price""";

    static ReservationRow read(ResultSet row, int n) throws SQLException {
        return new ReservationRow(
                new ReservationId(row.getObject("id", UUID.class)),
                row.getLong("sequence"),
                new UserId(row.getString("user_id")),
                new ConcertId(row.getObject("concert_id", UUID.class)),
                new ScheduleId(row.getObject("schedule_id", UUID.class)),
                ReservationStatus.valueOf(row.getString("status")),
                new Points(row.getLong("amount")),
                instant(row, "hold_expires_at"),
                instant(row, "created_at"),
                terms(row),
                new PaymentId(row.getObject("payment_id", UUID.class)),
                row.getBoolean("offer"),
                complimentary(row),
                Optional.ofNullable(row.getString("cancelled_because")).map(CancelledBecause::valueOf),
                new Points(row.getLong("fee")),
                ticket(row),
                instant(row, "at"));
    }

    /** The rows of each reservation, in the order in which they were read. */
    static List<List<ReservationRow>> byReservation(List<ReservationRow> rows) {
        return List.copyOf(rows.stream()
                .collect(groupingBy(ReservationRow::id, LinkedHashMap::new, toList()))
                .values());
    }

    /** Puts the rows of one reservation together. */
    static Reservation reservation(List<ReservationRow> rows) {
        var row = rows.getFirst();
        return new Reservation(
                row.id,
                row.userId,
                row.concertId,
                row.scheduleId,
                row.status,
                row.amount,
                row.holdExpiresAt,
                row.createdAt,
                row.terms,
                row.paymentId,
                row.offer,
                row.complimentary,
                row.cancelledBecause,
                row.fee,
                rows.stream().map(ReservationRow::ticket).toList());
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                instant(row, "starts_at"),
                row.getInt("seats_per_user_max"),
                new RefundTerms(
                        Duration.ofSeconds(row.getInt("refund_closes_before_start")), row.getInt("refund_fee_percent")),
                Optional.ofNullable(instantOrNull(row, "moved_to")));
    }

    private static Optional<Complimentary> complimentary(ResultSet row) throws SQLException {
        var givenBy = row.getString("given_by");
        return givenBy == null
                ? Optional.empty()
                : Optional.of(new Complimentary(new UserId(givenBy), new Reason(row.getString("given_because"))));
    }

    /** The ticket in a row, whose id is named {@code ticket_id}. */
    static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                row.getObject("ticket_id", UUID.class),
                new SeatId(row.getLong("seat_id")),
                row.getString("seat_label"),
                new Points(row.getLong("price")));
    }
}
