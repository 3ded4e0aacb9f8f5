/** The deployable. What is below this package is a module each; {@code app} puts them together. */
@NullMarked
package dev.frontrow;

import org.jspecify.annotations.NullMarked;
