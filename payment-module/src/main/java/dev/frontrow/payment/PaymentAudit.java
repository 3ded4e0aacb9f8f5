package dev.frontrow.payment;

import java.util.UUID;
import java.util.stream.Stream;

/** Shows payments to the integrity report. Reads in the caller's transaction, streaming; close the stream. */
public interface PaymentAudit {

    /** Every payment that was paid, refunded ones too, ordered by {@code paymentId} as text. */
    Stream<SettledPayment> settledPayments();

    /** A payment that was paid, and possibly refunded since. {@code amount} is in points. */
    record SettledPayment(PaymentId paymentId, UUID reservationId, long amount, boolean refunded) {}
}
