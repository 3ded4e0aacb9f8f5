/** What the line needs: its rows in the database, and somebody to measure it. */
@NullMarked
package dev.frontrow.queue.application.port.out;

import org.jspecify.annotations.NullMarked;
