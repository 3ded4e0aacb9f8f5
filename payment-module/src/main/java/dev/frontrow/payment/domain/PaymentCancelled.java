package dev.frontrow.payment.domain;

/** The payment was called off, or given back; it can't be paid (again). */
public final class PaymentCancelled extends PaymentRefused {

    private static final long serialVersionUID = 1L;

    private PaymentCancelled(String message) {
        super(message);
    }

    public PaymentCancelled(CancelledPayment payment) {
        this("Payment " + payment.id() + " is cancelled: its reservation was released.");
    }

    public PaymentCancelled(RefundedPayment payment) {
        this("Payment " + payment.id() + " is refunded: its reservation was cancelled.");
    }
}
