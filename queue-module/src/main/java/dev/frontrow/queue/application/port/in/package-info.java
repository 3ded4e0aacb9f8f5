/** What the line offers to those who drive it: clients, the clock, payment's events. */
@NullMarked
package dev.frontrow.queue.application.port.in;

import org.jspecify.annotations.NullMarked;
