package dev.frontrow.payment;

import org.jmolecules.event.types.DomainEvent;

/**
 * Step 2 of refunding: the amount less the fee is back on the account and the ledger says so.
 *
 * <p>Issued by point; payment follows, marks itself refunded and answers with {@link PaymentRefunded}.
 *
 * <p>In the canceller's transaction; a throw vetoes the refund.
 */
public record PointsRefunded(PaymentDue due, Points fee) implements DomainEvent {}
