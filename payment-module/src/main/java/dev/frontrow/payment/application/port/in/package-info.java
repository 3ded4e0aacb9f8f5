/** What can be done with payments. */
@NullMarked
package dev.frontrow.payment.application.port.in;

import org.jspecify.annotations.NullMarked;
