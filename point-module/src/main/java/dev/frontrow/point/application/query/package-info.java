/** What can be read of an account. */
@NullMarked
package dev.frontrow.point.application.query;

import org.jspecify.annotations.NullMarked;
