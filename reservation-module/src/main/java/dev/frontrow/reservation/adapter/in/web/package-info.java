/** The REST interface of seats and reservations. */
@NullMarked
package dev.frontrow.reservation.adapter.in.web;

import org.jspecify.annotations.NullMarked;
