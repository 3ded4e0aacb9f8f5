/** What the use cases need: seats, reservations, and their count. Neighbours are asked through their own interfaces. */
@NullMarked
package dev.frontrow.reservation.application.port.out;

import org.jspecify.annotations.NullMarked;
