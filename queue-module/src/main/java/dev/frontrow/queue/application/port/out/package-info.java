/** What the line needs: its rows in the database. */
@NullMarked
package dev.frontrow.queue.application.port.out;

import org.jspecify.annotations.NullMarked;
