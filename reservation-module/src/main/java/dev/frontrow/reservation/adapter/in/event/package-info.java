/** Hears the events of concert and of the payment flow. */
@NullMarked
package dev.frontrow.reservation.adapter.in.event;

import org.jspecify.annotations.NullMarked;
