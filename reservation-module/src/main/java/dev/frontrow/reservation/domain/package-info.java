/** The rules of seats, holds and tickets, in plain Java. */
@NullMarked
package dev.frontrow.reservation.domain;

import org.jspecify.annotations.NullMarked;
