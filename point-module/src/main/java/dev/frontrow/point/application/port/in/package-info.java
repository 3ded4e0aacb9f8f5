/** What can be done with points. */
@NullMarked
package dev.frontrow.point.application.port.in;

import org.jspecify.annotations.NullMarked;
