package dev.frontrow.concert;

import org.jmolecules.event.types.DomainEvent;

/**
 * A concert is on sale at other times than before.
 *
 * <p>Issued by concert, with all its sales as they are now; queue follows and has its line go by them.
 *
 * <p>Heard synchronously in the transaction that makes the change: from its commit on nobody joins a sale that is closed.
 */
public record SalesChanged(ConcertSale sale) implements DomainEvent {}
