/** Measures the lines. */
@NullMarked
package dev.frontrow.queue.adapter.out.metrics;

import org.jspecify.annotations.NullMarked;
