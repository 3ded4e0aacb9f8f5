/** What the concert module can be asked to do. */
@NullMarked
package dev.frontrow.concert.application.port.in;

import org.jspecify.annotations.NullMarked;
