/** The line's rows in PostgreSQL. */
@NullMarked
package dev.frontrow.queue.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
