/** The integrity report: every invariant that the service promises, counted from one consistent snapshot. */
@NullMarked
package dev.frontrow.app.integrity;

import org.jspecify.annotations.NullMarked;
