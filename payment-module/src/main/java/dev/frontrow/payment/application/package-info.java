/** The use cases of payments, and with them the boundaries of their transactions. */
@NullMarked
package dev.frontrow.payment.application;

import org.jspecify.annotations.NullMarked;
