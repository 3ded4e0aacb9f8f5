package dev.frontrow.reservation.application;

import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.reservation.application.port.in.DeleteVoidReservations;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Reservations.VoidReservation;
import dev.frontrow.reservation.domain.EndOfHold;
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
    public Deleted deleteAfter(EndOfHold other) {
        var past = reservations.voidAfter(other, properties.voidRetention(), BATCH_SIZE_MAX);
        var deletedPayments =
                payments.delete(past.stream().map(VoidReservation::paymentId).toList());
        int deleted = deletedPayments.isEmpty() ? 0 : reservations.deleteVoid(deletedPayments);
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
