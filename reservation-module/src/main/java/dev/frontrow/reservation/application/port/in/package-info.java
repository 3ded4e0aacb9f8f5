/** What this module does for whoever drives it: goals, one interface each. */
@NullMarked
package dev.frontrow.reservation.application.port.in;

import org.jspecify.annotations.NullMarked;
