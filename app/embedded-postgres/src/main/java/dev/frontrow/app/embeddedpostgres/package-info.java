/**
 * A PostgreSQL that starts and stops with the service, where no other database is named. Of no interest to any module: a
 * part of {@code app} that is built on its own.
 */
@NullMarked
package dev.frontrow.app.embeddedpostgres;

import org.jspecify.annotations.NullMarked;
