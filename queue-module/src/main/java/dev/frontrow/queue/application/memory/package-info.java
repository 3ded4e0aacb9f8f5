/** What this instance remembers of the lines, and how it keeps up with the database. */
@NullMarked
package dev.frontrow.queue.application.memory;

import org.jspecify.annotations.NullMarked;
