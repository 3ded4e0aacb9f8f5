/** What the use cases need: the payments, and somebody who counts. */
@NullMarked
package dev.frontrow.payment.application.port.out;

import org.jspecify.annotations.NullMarked;
