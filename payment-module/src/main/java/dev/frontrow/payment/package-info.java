/**
 * Payments, and the vocabulary of the payment flow.
 *
 * <p>Payment knows no other module. It publishes what is to happen and hears what happened; the modules that do the work
 * (tickets and seats, points, the line) depend on its events and react to one another through them.
 */
@ApplicationModule(
        displayName = "Payment",
        allowedDependencies = {})
@NullMarked
package dev.frontrow.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
