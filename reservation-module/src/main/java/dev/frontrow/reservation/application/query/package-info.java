/** What the module shows, as clients get it. */
@NullMarked
package dev.frontrow.reservation.application.query;

import org.jspecify.annotations.NullMarked;
