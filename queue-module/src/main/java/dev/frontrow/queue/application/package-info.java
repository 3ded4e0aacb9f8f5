/**
 * The use cases of the line, each in its room: joining, admitting and ending, which know the memory of this instance. Here
 * are its settings and its key.
 */
@NullMarked
package dev.frontrow.queue.application;

import org.jspecify.annotations.NullMarked;
