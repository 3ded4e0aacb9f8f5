/** Migrations by Liquibase that a kill at any moment can't block, and that a request's limits don't bind. */
@NullMarked
package dev.frontrow.app.migration;

import org.jspecify.annotations.NullMarked;
