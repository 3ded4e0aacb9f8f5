package dev.frontrow.reservation.domain;

/** What has become of a reservation. Its tickets and its payment follow from it: the three go together. */
public enum ReservationStatus {
    /** Its seats are held until its time is over. */
    PENDING_PAYMENT(TicketStatus.UNPAID, PaymentState.PENDING),
    /** Paid: its seats are sold. */
    CONFIRMED(TicketStatus.PAID, PaymentState.PAID),
    /** Not paid in time. */
    EXPIRED(TicketStatus.VOID, PaymentState.CANCELLED),
    /** Given up before it was paid. */
    RELEASED(TicketStatus.VOID, PaymentState.CANCELLED),
    /** Paid, and given back. */
    CANCELLED(TicketStatus.VOID, PaymentState.REFUNDED);

    private final TicketStatus tickets;
    private final PaymentState payment;

    ReservationStatus(TicketStatus tickets, PaymentState payment) {
        this.tickets = tickets;
        this.payment = payment;
    }

    /** In which state every ticket of such a reservation is. */
    public TicketStatus tickets() {
        return tickets;
    }

    /** In which state the payment of such a reservation is. */
    public PaymentState payment() {
        return payment;
    }
}
