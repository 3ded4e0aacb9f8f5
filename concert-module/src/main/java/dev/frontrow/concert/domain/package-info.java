/** The rules of what can be put on sale: concerts, their schedules and sections, in plain Java. */
@NullMarked
package dev.frontrow.concert.domain;

import org.jspecify.annotations.NullMarked;
