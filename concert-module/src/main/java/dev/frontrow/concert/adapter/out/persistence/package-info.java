/** Concerts in PostgreSQL, schema {@code concert}. */
@NullMarked
package dev.frontrow.concert.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
