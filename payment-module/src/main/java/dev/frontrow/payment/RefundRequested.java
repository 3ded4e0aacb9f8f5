package dev.frontrow.payment;

import org.jmolecules.event.types.DomainEvent;

/**
 * Step 1 of refunding: a paid payment is to be given back; it is locked, and so is its reservation.
 *
 * <p>Issued by payment; point follows, gives the amount back and answers with {@link PointsRefunded}.
 *
 * <p>In the canceller's transaction; a throw vetoes the refund.
 */
public record RefundRequested(PaymentDue due) implements DomainEvent {}
