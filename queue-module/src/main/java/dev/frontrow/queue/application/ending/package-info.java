/** How a place ends: paid with, given up, over, abandoned. */
@NullMarked
package dev.frontrow.queue.application.ending;

import org.jspecify.annotations.NullMarked;
