/** Tests of how the service starts. */
@NullMarked
package dev.frontrow.app.startup;

import org.jspecify.annotations.NullMarked;
