/** How a line moves: who is let in, at which pace, and whether somebody was. */
@NullMarked
package dev.frontrow.queue.application.admitting;

import org.jspecify.annotations.NullMarked;
