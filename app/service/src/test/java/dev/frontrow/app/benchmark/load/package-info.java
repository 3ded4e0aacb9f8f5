/** Sends requests over thousands of kept connections from one thread, and notes how they were answered. */
@NullMarked
package dev.frontrow.app.benchmark.load;

import org.jspecify.annotations.NullMarked;
