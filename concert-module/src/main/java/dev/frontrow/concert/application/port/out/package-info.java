/** What the concert module needs from outside: a place to keep concerts. */
@NullMarked
package dev.frontrow.concert.application.port.out;

import org.jspecify.annotations.NullMarked;
