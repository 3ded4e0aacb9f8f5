/** Asks payment to open, cancel, expire and refund payments. */
@NullMarked
package dev.frontrow.reservation.adapter.out.payment;

import org.jspecify.annotations.NullMarked;
