/** What a payment can be, what can be done with it then, and why it is refused. Plain Java. */
@NullMarked
package dev.frontrow.payment.domain;

import org.jspecify.annotations.NullMarked;
