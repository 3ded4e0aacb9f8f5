package dev.frontrow.reservation.application;

import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.reservation.application.port.in.ExpireHolds;
import dev.frontrow.reservation.application.port.out.ReservationCounts;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ExpireHoldsService implements ExpireHolds {

    private static final int BATCH_SIZE_MAX = 200;

    private final Reservations reservations;
    private final ReservationPayments payments;
    private final Seats seats;
    private final ReservationCounts counts;

    ExpireHoldsService(Reservations reservations, ReservationPayments payments, Seats seats, ReservationCounts counts) {
        this.reservations = reservations;
        this.payments = payments;
        this.seats = seats;
        this.counts = counts;
    }

    @Override
    @Transactional
    public Swept sweep() {
        var over = reservations.paymentsOfHoldsOver(BATCH_SIZE_MAX);
        if (over.isEmpty()) {
            return new Swept(0, false);
        }
        var expiredPayments = payments.expire(over);
        if (expiredPayments.isEmpty()) {
            return new Swept(0, false);
        }
        var expired = reservations.expire(expiredPayments);
        if (expired.size() != expiredPayments.size()) {
            throw new IllegalStateException(expiredPayments.size() + " payments are expired, but only " + expired.size()
                    + " of their reservations were pending");
        }
        seats.free(expired, SeatStatus.HELD); // those that nobody has taken over
        counts.count(ReservationStatus.EXPIRED, expired.size());
        return new Swept(expired.size(), over.size() == BATCH_SIZE_MAX);
    }
}
