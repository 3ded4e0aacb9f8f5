/**
 * Point accounts and their ledger: charged by their owner, spent by payments, filled up again by refunds.
 *
 * <p>Point takes its part in the payment flow by listening to payment's events; nobody calls it.
 */
@ApplicationModule(displayName = "Point", allowedDependencies = "payment")
@NullMarked
package dev.frontrow.point;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
