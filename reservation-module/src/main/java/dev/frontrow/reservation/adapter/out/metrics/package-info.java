/** Counts what becomes of reservations. */
@NullMarked
package dev.frontrow.reservation.adapter.out.metrics;

import org.jspecify.annotations.NullMarked;
