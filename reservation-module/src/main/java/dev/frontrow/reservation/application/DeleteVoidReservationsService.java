package dev.frontrow.reservation.application;

import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.reservation.application.port.in.DeleteVoidReservations;
import dev.frontrow.reservation.application.port.out.Reservations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A payment and its reservation go in one transaction, so that nobody finds the one without the other. */
@Service
class DeleteVoidReservationsService implements DeleteVoidReservations {

    private static final int BATCH_SIZE_MAX = 500;

    private final Reservations reservations;
    private final ReservationPayments payments;
    private final ReservationProperties properties;

    DeleteVoidReservationsService(
            Reservations reservations, ReservationPayments payments, ReservationProperties properties) {
        this.reservations = reservations;
        this.payments = payments;
        this.properties = properties;
    }

    @Override
    @Transactional
    public Deleted delete() {
        var past = reservations.paymentsOfVoid(properties.voidRetention(), BATCH_SIZE_MAX);
        var deletedPayments = payments.delete(past);
        if (deletedPayments.isEmpty()) {
            return new Deleted(0, false);
        }
        int deleted = reservations.deleteVoid(deletedPayments);
        if (deleted != deletedPayments.size()) {
            throw new IllegalStateException(deletedPayments.size() + " payments are deleted, but only " + deleted
                    + " of their reservations were void");
        }
        return new Deleted(deleted, past.size() == BATCH_SIZE_MAX);
    }
}
