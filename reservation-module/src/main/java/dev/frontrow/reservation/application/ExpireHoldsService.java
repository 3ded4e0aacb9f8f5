package dev.frontrow.reservation.application;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.reservation.application.port.in.ExpireHolds;
import dev.frontrow.reservation.application.port.out.Holds;
import dev.frontrow.reservation.application.port.out.ReservationCounts;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.domain.EndOfHold;
import dev.frontrow.reservation.domain.Hold;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatStatus;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ExpireHoldsService implements ExpireHolds {

    private static final int BATCH_SIZE_MAX = 200;

    private final Holds holds;
    private final ReservationPayments payments;
    private final Seats seats;
    private final ReservationCounts counts;

    ExpireHoldsService(Holds holds, ReservationPayments payments, Seats seats, ReservationCounts counts) {
        this.holds = holds;
        this.payments = payments;
        this.seats = seats;
        this.counts = counts;
    }

    @Override
    public List<Hold> over(EndOfHold other) {
        return holds.overAfter(other, BATCH_SIZE_MAX);
    }

    @Override
    @Transactional
    public int expire(Collection<PaymentId> over) {
        var expiredPayments = payments.expire(over);
        if (expiredPayments.isEmpty()) {
            return 0;
        }
        var expired = holds.expire(expiredPayments);
        if (expired.size() != expiredPayments.size()) {
            throw new IllegalStateException(expiredPayments.size() + " payments are expired, but only " + expired.size()
                    + " of their reservations were pending");
        }
        seats.free(expired, SeatStatus.HELD); // those that nobody has taken over
        counts.count(ReservationStatus.EXPIRED, expired.size());
        return expired.size();
    }
}
