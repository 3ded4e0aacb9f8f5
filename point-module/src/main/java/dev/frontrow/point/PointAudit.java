package dev.frontrow.point;

import java.util.UUID;
import java.util.stream.Stream;

/** Shows accounts and ledger to the integrity report. Reads in the caller's transaction; close the stream. */
public interface PointAudit {

    /** How many accounts have a balance that is not the sum of their ledger, or whose entries do not chain. */
    long balancesOffTheirLedger();

    /** How many accounts are below zero. */
    long negativeBalances();

    /** What the ledger says of each payment, ordered by {@code paymentId} as text. */
    Stream<PaymentEntries> paymentEntries();

    /** The ledger's entries of one payment: how many debits and refunds, and their sums in points, both positive. */
    record PaymentEntries(UUID paymentId, int debits, long debited, int refunds, long refunded) {}
}
