package dev.frontrow.payment.application.port.in;

import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentRefused;
import dev.frontrow.payment.domain.Receipt;

/** Pays for a reservation with the payer's points. */
public interface PayForReservation {

    /**
     * Pays, whole or not at all: points, tickets and seats change together. Paying again answers with the first receipt.
     * However many pay the same payment at once, it is paid once; the others wait and get the same receipt.
     *
     * @throws PaymentRefused if there is no such payment of this user, its time is over, or it was called off; refusals of
     *     the other modules' steps (too few points, say) come through as they are
     * @throws IllegalStateException if a step is missing; nothing is paid then
     */
    Receipt pay(PaymentId id, UserId userId);
}
