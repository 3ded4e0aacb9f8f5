package dev.frontrow.payment.application.query;

import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import java.util.Optional;

/** What users can see of their own payments. A payment whose time is over reads as cancelled from that instant on. */
public interface PaymentViews {

    /** One payment; nothing if there is none of this id, or it is somebody else's. */
    Optional<PaymentView> find(UserId userId, PaymentId id);

    /** A page of payments, newest first. */
    Page<PaymentView> page(UserId userId, PageRequest request);
}
