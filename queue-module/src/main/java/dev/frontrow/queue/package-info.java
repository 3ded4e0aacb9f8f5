/**
 * The line in front of the sale: tokens, places, admission.
 *
 * <p>Asks concert what is on sale, and hears from payment which token was paid with. Reservation asks it, through {@link
 * dev.frontrow.queue.Admissions}, whether somebody was let in, and tells it, through {@link dev.frontrow.queue.Announcements},
 * what seats there are.
 */
@ApplicationModule(
        displayName = "Queue",
        allowedDependencies = {"concert", "payment"})
@NullMarked
package dev.frontrow.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
