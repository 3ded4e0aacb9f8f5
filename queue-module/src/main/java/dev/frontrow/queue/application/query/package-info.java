/** What the line shows: a place, and an operator's figures. */
@NullMarked
package dev.frontrow.queue.application.query;

import org.jspecify.annotations.NullMarked;
