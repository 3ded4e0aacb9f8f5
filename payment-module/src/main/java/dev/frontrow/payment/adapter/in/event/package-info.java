/** Payment's own steps in the payment flow. */
@NullMarked
package dev.frontrow.payment.adapter.in.event;

import org.jspecify.annotations.NullMarked;
