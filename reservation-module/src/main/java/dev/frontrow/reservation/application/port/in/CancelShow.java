package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ShowCancelled;

/** This module's part in cancelling a show. */
public interface CancelShow {

    /**
     * Voids the open holds of the show, with their payments, and writes down what is to be refunded, in the caller's transaction,
     * which is required. Waits for those who are just reserving or paying: who pays before is refunded, who pays later is refused.
     */
    void cancel(ShowCancelled cancelled);
}
