/** Asks queue who was let in. */
@NullMarked
package dev.frontrow.reservation.adapter.out.queue;

import org.jspecify.annotations.NullMarked;
