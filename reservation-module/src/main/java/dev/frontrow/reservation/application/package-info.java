/** The use cases, one class each, and the transaction boundary. */
@NullMarked
package dev.frontrow.reservation.application;

import org.jspecify.annotations.NullMarked;
