/** Payments in PostgreSQL. */
@NullMarked
package dev.frontrow.payment.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
