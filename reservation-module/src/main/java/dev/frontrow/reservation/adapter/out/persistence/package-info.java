/** Seats, reservations and tickets in PostgreSQL. */
@NullMarked
package dev.frontrow.reservation.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
