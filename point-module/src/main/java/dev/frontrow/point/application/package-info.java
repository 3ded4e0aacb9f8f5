/** The use cases of point accounts, and with them the boundaries of their transactions. */
@NullMarked
package dev.frontrow.point.application;

import org.jspecify.annotations.NullMarked;
