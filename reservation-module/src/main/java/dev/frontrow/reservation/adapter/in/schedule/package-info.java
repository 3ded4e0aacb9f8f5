/** What happens by the clock: tidying up holds that are over. */
@NullMarked
package dev.frontrow.reservation.adapter.in.schedule;

import org.jspecify.annotations.NullMarked;
