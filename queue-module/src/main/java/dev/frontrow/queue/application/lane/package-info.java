/** Lanes: how what many ask for at the same time is done together. Knows nothing of what that is. */
@NullMarked
package dev.frontrow.queue.application.lane;

import org.jspecify.annotations.NullMarked;
