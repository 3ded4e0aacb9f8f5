package dev.frontrow.reservation.application;

import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.application.port.out.Payments;
import dev.frontrow.reservation.application.port.out.ReservationTally;
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
    private final Payments payments;
    private final Seats seats;
    private final ReservationTally tally;

    ReleaseHoldService(Reservations reservations, Payments payments, Seats seats, ReservationTally tally) {
        this.reservations = reservations;
        this.payments = payments;
        this.seats = seats;
        this.tally = tally;
    }

    @Override
    @Transactional
    public void release(ReservationId id, String userId) {
        var paymentId = reservations.paymentOf(id, userId).orElseThrow(ReservationNotFound::new);
        payments.lock(paymentId); // before the reservation, whose state may change until it is ours
        var found = reservations.lock(id);
        found.reservation().released(found.at()).ifPresent(released -> {
            payments.cancel(paymentId);
            reservations.move(released, ReservationStatus.PENDING_PAYMENT);
            seats.free(List.of(id), SeatStatus.HELD);
            tally.count(ReservationStatus.RELEASED, 1);
        });
    }
}
