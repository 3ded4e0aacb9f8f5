/** Drives the line by the clock, and when the instance starts and stops. */
@NullMarked
package dev.frontrow.queue.adapter.in.schedule;

import org.jspecify.annotations.NullMarked;
