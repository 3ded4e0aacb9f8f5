/** What charges and points are, and why changing a balance is refused. Plain Java. */
@NullMarked
package dev.frontrow.point.domain;

import org.jspecify.annotations.NullMarked;
