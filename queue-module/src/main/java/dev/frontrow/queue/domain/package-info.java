/** The rules of the line, in plain Java: tokens, their order, who is admitted, how a place is remembered. */
@NullMarked
package dev.frontrow.queue.domain;

import org.jspecify.annotations.NullMarked;
