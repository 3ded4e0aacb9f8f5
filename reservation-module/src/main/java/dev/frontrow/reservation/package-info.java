/**
 * Seats, the holds on them, and tickets.
 *
 * <p>Asks concert what is on sale, queue who was let in, and payment to open, cancel and refund payments. Nobody calls it;
 * it takes its part in paying by listening to payment's events.
 */
@ApplicationModule(
        displayName = "Reservation",
        allowedDependencies = {"concert", "queue", "payment"})
@NullMarked
package dev.frontrow.reservation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
