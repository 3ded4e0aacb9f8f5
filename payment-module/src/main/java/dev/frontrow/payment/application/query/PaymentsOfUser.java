package dev.frontrow.payment.application.query;

import dev.frontrow.payment.PaymentId;
import java.util.Optional;

/** What a user can see of their own payments. A payment whose time is over reads as cancelled from that instant on. */
public interface PaymentsOfUser {

    /** One payment; nothing if there is none of this id, or it is somebody else's. */
    Optional<PaymentView> find(String userId, PaymentId id);

    /**
     * A page of payments, newest first.
     *
     * @param before where the page begins, as {@link PaymentPage#next} had it; {@link Long#MAX_VALUE} for the first one
     * @param limit how many at most, from 1
     */
    PaymentPage page(String userId, long before, int limit);
}
