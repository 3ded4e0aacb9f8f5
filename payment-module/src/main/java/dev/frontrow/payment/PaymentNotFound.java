package dev.frontrow.payment;

/** There is no such payment, or it is somebody else's, which nobody is to learn. */
public final class PaymentNotFound extends PaymentRefused {

    private static final long serialVersionUID = 1L;

    public PaymentNotFound() {
        super("You have no payment of this id.");
    }
}
