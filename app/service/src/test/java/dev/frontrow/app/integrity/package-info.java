/** Tests of what the integrity report stands on. */
@NullMarked
package dev.frontrow.app.integrity;

import org.jspecify.annotations.NullMarked;
