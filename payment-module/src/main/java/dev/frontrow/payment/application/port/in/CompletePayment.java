package dev.frontrow.payment.application.port.in;

import dev.frontrow.payment.PaymentCompleted;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.SeatsConfirmed;
import java.util.List;

/** The last step of paying: everything else is done, the payments themselves become paid. */
public interface CompletePayment {

    /**
     * Marks the payments paid, in the payers' transaction.
     *
     * @return a completion for each
     * @throws ReservationExpired if one payer asked alone, and its time has run out since it was locked
     * @throws org.springframework.dao.OptimisticLockingFailureException if that happened to one of many
     * @throws IllegalStateException if one is not pending, or of another amount
     */
    List<PaymentCompleted> complete(SeatsConfirmed confirmed);
}
