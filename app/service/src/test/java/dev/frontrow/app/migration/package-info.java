/** Tests of the migrations: what other instances and a failure in between do to them. */
@NullMarked
package dev.frontrow.app.migration;

import org.jspecify.annotations.NullMarked;
