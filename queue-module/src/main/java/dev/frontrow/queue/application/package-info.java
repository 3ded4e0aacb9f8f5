/** The use cases of the line, and what an instance remembers of it between them. */
@NullMarked
package dev.frontrow.queue.application;

import org.jspecify.annotations.NullMarked;
