/** The rules of the architecture, as tests: each module keeps them, and a fixture that breaks it proves each. */
@NullMarked
package dev.frontrow.architecture;

import org.jspecify.annotations.NullMarked;
