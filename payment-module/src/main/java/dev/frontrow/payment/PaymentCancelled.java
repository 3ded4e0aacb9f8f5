package dev.frontrow.payment;

/** The payment was called off, or given back; it can't be paid (again). */
public final class PaymentCancelled extends PaymentRefused {

    private static final long serialVersionUID = 1L;

    private PaymentCancelled(String message) {
        super(message);
    }

    /** The reservation was released before it was paid. */
    public static PaymentCancelled released(PaymentId id) {
        return new PaymentCancelled("Payment " + id + " is cancelled: its reservation was released.");
    }

    /** The reservation was paid, and cancelled since. */
    public static PaymentCancelled refunded(PaymentId id) {
        return new PaymentCancelled("Payment " + id + " is refunded: its reservation was cancelled.");
    }
}
