/** Accounts and ledger in PostgreSQL. */
@NullMarked
package dev.frontrow.point.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
