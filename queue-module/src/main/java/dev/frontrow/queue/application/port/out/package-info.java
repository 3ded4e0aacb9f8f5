/** What the line needs: its rows in the database, and what is on sale. */
@NullMarked
package dev.frontrow.queue.application.port.out;

import org.jspecify.annotations.NullMarked;
