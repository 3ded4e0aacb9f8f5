/** The database: an embedded PostgreSQL where none is named, migrations that a kill can't block, limits on waiting. */
@NullMarked
package dev.frontrow.app.database;

import org.jspecify.annotations.NullMarked;
