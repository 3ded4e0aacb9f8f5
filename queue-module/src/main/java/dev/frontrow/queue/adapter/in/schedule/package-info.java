/** Drives the line's background jobs by the clock. */
@NullMarked
package dev.frontrow.queue.adapter.in.schedule;

import org.jspecify.annotations.NullMarked;
