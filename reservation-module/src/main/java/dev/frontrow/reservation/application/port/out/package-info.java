/** What the use cases need: seats, reservations, and the neighbours in their own words. */
@NullMarked
package dev.frontrow.reservation.application.port.out;

import org.jspecify.annotations.NullMarked;
