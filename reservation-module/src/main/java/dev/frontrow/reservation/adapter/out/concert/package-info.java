/** Asks concert what is on sale. */
@NullMarked
package dev.frontrow.reservation.adapter.out.concert;

import org.jspecify.annotations.NullMarked;
