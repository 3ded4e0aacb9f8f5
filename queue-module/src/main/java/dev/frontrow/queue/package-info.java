/**
 * The line in front of the sale: tokens, places, admission.
 *
 * <p>Asks concert what is on sale, and hears from payment which token was paid with. Reservation asks it, through {@link
 * dev.frontrow.queue.Admissions}, whether somebody was let in.
 */
@ApplicationModule(
        displayName = "Queue",
        allowedDependencies = {"concert", "payment"})
@NullMarked
package dev.frontrow.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
