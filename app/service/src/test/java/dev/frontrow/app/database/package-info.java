/** Tests of the database: what a kill, a freeze or somebody else's lock does to the service. */
@NullMarked
package dev.frontrow.app.database;

import org.jspecify.annotations.NullMarked;
