/** Payments in figures. */
@NullMarked
package dev.frontrow.payment.adapter.out.metrics;

import org.jspecify.annotations.NullMarked;
