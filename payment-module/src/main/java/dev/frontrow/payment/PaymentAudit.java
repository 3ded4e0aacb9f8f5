package dev.frontrow.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Shows what was paid to the integrity report and to those who account for it. Reads in the caller's transaction. */
public interface PaymentAudit {

    /** Every payment that was paid, refunded ones too, ordered by {@code paymentId} as text. Streams; close it. */
    Stream<SettledPayment> settledPayments();

    /** When each of these payments was paid, refunded ones too; those that never were are not among them. */
    Map<PaymentId, Instant> paidAt(Collection<PaymentId> paymentIds);

    /**
     * A payment that was paid, and possibly refunded since.
     *
     * @param amount in points
     * @param fee what was kept of it when it was refunded, in points; 0 where it is not
     */
    record SettledPayment(PaymentId paymentId, UUID reservationId, long amount, boolean refunded, long fee) {

        /** What went back, in points. */
        public long back() {
            return refunded ? amount - fee : 0;
        }
    }
}
