/** What the tests of all modules stand on: a real database, the module alone, many at once, a second delivery. */
@NullMarked
package dev.frontrow;

import org.jspecify.annotations.NullMarked;
