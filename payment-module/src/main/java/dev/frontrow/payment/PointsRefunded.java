package dev.frontrow.payment;

import org.jmolecules.event.types.DomainEvent;

/**
 * Step 2 of refunding: the points are back on the account and the ledger says so.
 *
 * <p>Issued by point; payment follows, marks itself refunded and answers with {@link PaymentRefunded}.
 *
 * <p>In the canceller's transaction; a throw vetoes the refund.
 */
public record PointsRefunded(PaymentDue due) implements DomainEvent {}
