package dev.frontrow.payment;

import java.time.Instant;

/**
 * What a payment is opened for.
 *
 * @param payableUntil from this instant on (by the database's clock) it can't be paid any more
 * @param admission what the line knows the payer by, empty where nobody stood in line; kept and given back in {@link PaymentCompleted}, never read
 */
public record PaymentOpening(PaymentDue due, Instant payableUntil, String admission) {}
