package dev.frontrow.payment;

import org.jmolecules.event.types.DomainEvent;

/**
 * Step 3 of paying: the points are deducted and the ledger says so.
 *
 * <p>Issued by point; reservation follows, marks the tickets paid, confirms the seats and answers with {@link
 * SeatsConfirmed}. Its compensation is {@link PointsRefunded}.
 *
 * <p>In the payer's transaction; a throw vetoes the payment. {@code balance} is the account after it.
 */
public record PointsDeducted(PaymentDue due, Points balance) implements DomainEvent {}
