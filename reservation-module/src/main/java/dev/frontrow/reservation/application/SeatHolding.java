package dev.frontrow.reservation.application;

import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentOpening;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.queue.Admissions;
import dev.frontrow.reservation.application.port.in.ReserveSeats.Wish;
import dev.frontrow.reservation.application.port.out.ReservationCounts;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatLimit;
import dev.frontrow.reservation.domain.SeatNotFound;
import dev.frontrow.reservation.domain.SeatTaken;
import dev.frontrow.reservation.domain.Ticket;
import java.util.Collection;
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

    private final Admissions admissions;
    private final Seats seats;
    private final Reservations reservations;
    private final ReservationPayments payments;
    private final ReservationCounts counts;
    private final ReservationProperties properties;
    private final SeatLimit limit;

    SeatHolding(
            Admissions admissions,
            Seats seats,
            Reservations reservations,
            ReservationPayments payments,
            ReservationCounts counts,
            ReservationProperties properties) {
        this.admissions = admissions;
        this.seats = seats;
        this.reservations = reservations;
        this.payments = payments;
        this.counts = counts;
        this.properties = properties;
        this.limit = new SeatLimit(properties.maxSeats());
    }

    /** Holds all seats of the wish, or none; nothing where a twin with the same key was first. */
    @Transactional
    Optional<Reservation> hold(Wish wish, ScheduleSale sale) {
        var scheduleId = sale.scheduleId();
        var admission = admissions.lock(wish.queueToken(), wish.userId(), sale.concertId());
        if (!sale.window().isOpen(admission.at())) {
            throw SaleNotOpen.of(sale);
        }
        var asked = wish.seatIds().size();
        limit.check(0, asked);
        var choice = seats.choose(scheduleId, wish.seatIds(), wish.userId());
        limit.check(choice.live(), asked);
        if (choice.seats() < asked) {
            throw new SeatNotFound(scheduleId);
        }
        var draft = new Reservations.Draft(
                ReservationId.random(),
                wish.userId(),
                sale,
                choice.amount(),
                PaymentId.random(),
                wish.idempotencyKey());
        return reservations.add(draft, properties.holdTtl()).map(term -> {
            var tickets = seats.claim(scheduleId, wish.seatIds(), draft.id(), term.holdExpiresAt());
            checkAllClaimed(wish.seatIds(), tickets);
            var reservation = new Reservation(
                    draft.id(),
                    draft.userId(),
                    sale.concertId(),
                    scheduleId,
                    ReservationStatus.PENDING_PAYMENT,
                    draft.amount(),
                    term.holdExpiresAt(),
                    term.createdAt(),
                    sale.startsAt(),
                    draft.paymentId(),
                    tickets);
            payments.open(new PaymentOpening(reservation.due(), term.holdExpiresAt(), admission.reference()));
            counts.count(ReservationStatus.PENDING_PAYMENT, 1);
            return reservation;
        });
    }

    private static void checkAllClaimed(Collection<SeatId> ids, List<Ticket> tickets) {
        var claimed = tickets.stream().map(Ticket::seatId).collect(Collectors.toSet());
        var taken = ids.stream().filter(id -> !claimed.contains(id)).toList();
        if (!taken.isEmpty()) {
            throw new SeatTaken(taken);
        }
    }
}
