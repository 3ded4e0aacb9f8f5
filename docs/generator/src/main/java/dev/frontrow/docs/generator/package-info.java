/**
 * Writes the generated documents from the code, the migrated database and the running service, and refuses what is
 * committed when it is not the same.
 */
@NullMarked
package dev.frontrow.docs.generator;

import org.jspecify.annotations.NullMarked;
