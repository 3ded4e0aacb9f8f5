package dev.frontrow.payment.application.port.in;

import dev.frontrow.payment.PaymentCompleted;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.SeatsConfirmed;

/** The last step of paying: everything else is done, the payment itself becomes paid. */
public interface CompletePayment {

    /**
     * Marks the payment paid, in the payer's transaction.
     *
     * @throws ReservationExpired if its time has run out since it was locked
     * @throws IllegalStateException if it is not pending, or of another amount
     */
    PaymentCompleted complete(SeatsConfirmed confirmed);
}
