package dev.frontrow.reservation.application;

import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.application.port.in.ReserveSeats.Wish;
import dev.frontrow.reservation.application.port.out.Line;
import dev.frontrow.reservation.application.port.out.Payments;
import dev.frontrow.reservation.application.port.out.ReservationTally;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SaleNotOpen;
import dev.frontrow.reservation.domain.Seat;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatLimit;
import dev.frontrow.reservation.domain.SeatNotFound;
import dev.frontrow.reservation.domain.SeatTaken;
import dev.frontrow.reservation.domain.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reserving, inside the transaction. The order is the lock order: the place in line, the key (which is in the new
 * reservation's row), the seats. The new payment is nobody else's to wait for.
 */
@Service
class SeatHolding {

    private final Line line;
    private final Seats seats;
    private final Reservations reservations;
    private final Payments payments;
    private final ReservationTally tally;
    private final ReservationProperties properties;
    private final SeatLimit limit;

    SeatHolding(
            Line line,
            Seats seats,
            Reservations reservations,
            Payments payments,
            ReservationTally tally,
            ReservationProperties properties) {
        this.line = line;
        this.seats = seats;
        this.reservations = reservations;
        this.payments = payments;
        this.tally = tally;
        this.properties = properties;
        this.limit = new SeatLimit(properties.maxSeats());
    }

    /** Holds all seats of the wish, or none; nothing where a twin with the same key was first. */
    @Transactional
    Optional<Reservation> hold(Wish wish, ScheduleSale sale) {
        var scheduleId = sale.scheduleId();
        var admission = line.lock(wish.queueToken(), wish.userId(), sale.concertId());
        if (!sale.window().isOpen(admission.at())) {
            throw new SaleNotOpen(scheduleId, sale.window());
        }
        var asked = wish.seatIds().size();
        limit.check(0, asked);
        var ids = wish.seatIds().stream()
                .map(SeatId::parse)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        var choice = seats.choose(scheduleId, ids, wish.userId());
        limit.check(choice.live(), asked);
        if (choice.seats().size() < asked) {
            throw new SeatNotFound(scheduleId);
        }
        var amount = choice.seats().stream().mapToLong(Seat::price).sum();
        var draft = new Reservations.Draft(
                ReservationId.random(),
                wish.userId(),
                sale,
                amount,
                PaymentId.random(),
                admission.reference(),
                wish.idempotencyKey());
        return reservations.add(draft, properties.holdTtl()).map(term -> {
            var tickets = seats.claim(scheduleId, ids, draft.id(), term.holdExpiresAt());
            checkAllClaimed(ids, tickets);
            var reservation = new Reservation(
                    draft.id(),
                    wish.userId(),
                    sale.concertId(),
                    scheduleId,
                    ReservationStatus.PENDING_PAYMENT,
                    amount,
                    term.holdExpiresAt(),
                    term.createdAt(),
                    sale.startsAt(),
                    draft.paymentId(),
                    tickets);
            payments.open(reservation, admission.reference());
            tally.count(ReservationStatus.PENDING_PAYMENT, 1);
            return reservation;
        });
    }

    private static void checkAllClaimed(List<SeatId> ids, List<Ticket> tickets) {
        var claimed = tickets.stream().map(Ticket::seatId).collect(Collectors.toSet());
        var taken = ids.stream().filter(id -> !claimed.contains(id)).toList();
        if (!taken.isEmpty()) {
            throw new SeatTaken(taken);
        }
    }
}
