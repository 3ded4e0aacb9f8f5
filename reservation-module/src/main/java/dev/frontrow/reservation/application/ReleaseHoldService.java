package dev.frontrow.reservation.application;

import dev.frontrow.edge.UserId;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.application.port.out.ReservationCounts;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationNotFound;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatStatus;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ReleaseHoldService implements ReleaseHold {

    private final Reservations reservations;
    private final ReservationPayments payments;
    private final Seats seats;
    private final ReservationCounts counts;

    ReleaseHoldService(Reservations reservations, ReservationPayments payments, Seats seats, ReservationCounts counts) {
        this.reservations = reservations;
        this.payments = payments;
        this.seats = seats;
        this.counts = counts;
    }

    @Override
    @Transactional
    public void release(ReservationId id, UserId userId) {
        var paymentId = reservations.paymentOf(id, userId).orElseThrow(ReservationNotFound::new);
        if (!payments.lock(paymentId)) { // before the reservation, whose state may change until it is ours
            throw new ReservationNotFound();
        }
        var found = reservations.lock(id);
        found.reservation().release(found.at()).ifPresent(released -> {
            payments.cancel(paymentId);
            reservations.move(released, ReservationStatus.PENDING_PAYMENT);
            seats.free(List.of(id), SeatStatus.HELD);
            counts.count(ReservationStatus.RELEASED, 1);
        });
    }
}
