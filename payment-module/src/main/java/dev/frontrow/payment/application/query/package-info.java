/** What can be read of payments. */
@NullMarked
package dev.frontrow.payment.application.query;

import org.jspecify.annotations.NullMarked;
