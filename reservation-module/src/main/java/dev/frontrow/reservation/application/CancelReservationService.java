package dev.frontrow.reservation.application;

import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.out.ReservationCounts;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationNotFound;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CancelReservationService implements CancelReservation {

    private final Reservations reservations;
    private final ReservationPayments payments;
    private final Seats seats;
    private final ReservationCounts counts;

    CancelReservationService(
            Reservations reservations, ReservationPayments payments, Seats seats, ReservationCounts counts) {
        this.reservations = reservations;
        this.payments = payments;
        this.seats = seats;
        this.counts = counts;
    }

    @Override
    @Transactional
    public void cancel(ReservationId id, UserId userId) {
        cancel(id, reservations.paymentOf(id, userId), Reservation::cancel);
    }

    @Override
    @Transactional
    public void cancelAsOrganiser(ReservationId id) {
        cancel(id, reservations.paymentOf(id), Reservation::cancelAsOrganiser);
    }

    private void cancel(
            ReservationId id,
            Optional<PaymentId> payment,
            BiFunction<Reservation, Instant, Optional<Reservation>> cancelling) {
        var paymentId = payment.orElseThrow(ReservationNotFound::new);
        if (!payments.lock(paymentId)) { // before the reservation, whose state may change until it is ours
            throw new ReservationNotFound();
        }
        var found = reservations.lock(id);
        cancelling.apply(found.reservation(), found.at()).ifPresent(cancelled -> {
            payments.refund(paymentId, cancelled.fee()); // the account comes before the seats in the lock order
            reservations.move(cancelled, ReservationStatus.CONFIRMED);
            var freed = seats.free(List.of(id), SeatStatus.SOLD);
            if (freed != cancelled.tickets().size()) {
                throw new IllegalStateException(
                        "reservation " + id + " was CONFIRMED, but only " + freed + " of its seats were sold to it");
            }
            counts.count(ReservationStatus.CANCELLED, 1);
        });
    }
}
