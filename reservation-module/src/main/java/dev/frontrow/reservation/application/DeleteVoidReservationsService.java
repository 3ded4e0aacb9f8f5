package dev.frontrow.reservation.application;

import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.reservation.application.port.in.DeleteVoidReservations;
import dev.frontrow.reservation.application.port.out.Holds;
import dev.frontrow.reservation.domain.EndOfHold;
import dev.frontrow.reservation.domain.Hold;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A payment and its reservation go in one transaction, so that nobody finds the one without the other. */
@Service
class DeleteVoidReservationsService implements DeleteVoidReservations {

    private static final int BATCH_SIZE_MAX = 500;

    private final Holds holds;
    private final ReservationPayments payments;
    private final ReservationProperties properties;

    DeleteVoidReservationsService(Holds holds, ReservationPayments payments, ReservationProperties properties) {
        this.holds = holds;
        this.payments = payments;
        this.properties = properties;
    }

    @Override
    @Transactional
    public Deleted deleteAfter(EndOfHold other) {
        var past = holds.voidAfter(other, properties.voidRetention(), BATCH_SIZE_MAX);
        var deletedPayments = payments.delete(past.stream().map(Hold::paymentId).toList());
        int deleted = deletedPayments.isEmpty() ? 0 : holds.deleteVoid(deletedPayments);
        if (deleted != deletedPayments.size()) {
            throw new IllegalStateException(deletedPayments.size() + " payments are deleted, but only " + deleted
                    + " of their reservations were void");
        }
        return new Deleted(
                deleted,
                past.size() - deleted,
                past.size() == BATCH_SIZE_MAX ? past.getLast().end() : null);
    }
}
