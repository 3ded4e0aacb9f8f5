/** What the database knows of tables that grow fast. */
@NullMarked
package dev.frontrow.app.statistics;

import org.jspecify.annotations.NullMarked;
