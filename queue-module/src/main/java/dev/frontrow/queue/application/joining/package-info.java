/** How a place is taken: whoever asks waits in a lane, and many are written down together. */
@NullMarked
package dev.frontrow.queue.application.joining;

import org.jspecify.annotations.NullMarked;
