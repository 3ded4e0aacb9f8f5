/** Tests of the embedded PostgreSQL: what kills at any moment leave behind, and what it makes of it. */
@NullMarked
package dev.frontrow.app.embeddedpostgres;

import org.jspecify.annotations.NullMarked;
