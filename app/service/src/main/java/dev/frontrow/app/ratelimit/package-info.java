/** Keeps one user or one network address from taking everybody's share. */
@NullMarked
package dev.frontrow.app.ratelimit;

import org.jspecify.annotations.NullMarked;
