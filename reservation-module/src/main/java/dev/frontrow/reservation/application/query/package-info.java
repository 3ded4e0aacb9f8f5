/** What the module shows: views that are read past the domain. */
@NullMarked
package dev.frontrow.reservation.application.query;

import org.jspecify.annotations.NullMarked;
