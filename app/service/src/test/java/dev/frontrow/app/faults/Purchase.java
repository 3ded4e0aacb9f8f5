package dev.frontrow.app.faults;

import java.util.List;

/** A seat that a buyer went for, as the service has acknowledged it. */
record Purchase(Plan plan, String chargeId, String reservationId, String paymentId, String seatId) {

    /** What the buyer means to do with a seat, and what must be seen of it afterwards. */
    enum Plan {
        KEEP("CONFIRMED", "PAID", List.of("CHARGE", "PAYMENT")),
        CANCEL("CANCELLED", "REFUNDED", List.of("CHARGE", "PAYMENT", "REFUND")),
        RELEASE("RELEASED", "CANCELLED", List.of("CHARGE"));

        final String reservation;
        final String payment;
        final List<String> ledger;

        Plan(String reservation, String payment, List<String> ledger) {
            this.reservation = reservation;
            this.payment = payment;
            this.ledger = ledger;
        }
    }
}
