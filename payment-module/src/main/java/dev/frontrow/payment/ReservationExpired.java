package dev.frontrow.payment;

/** The time to pay is over, so the seats may be somebody else's already. */
public final class ReservationExpired extends PaymentRefused {

    private static final long serialVersionUID = 1L;

    public ReservationExpired(PaymentId id) {
        this("Payment " + id + " was not paid in time; its reservation has expired.");
    }

    /** @param message what is special about this case, as a sentence */
    public ReservationExpired(String message) {
        super(message);
    }
}
