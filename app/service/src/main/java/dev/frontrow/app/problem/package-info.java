/** How refusals and failures reach a client: one form for all of them, and a page for each. */
@NullMarked
package dev.frontrow.app.problem;

import org.jspecify.annotations.NullMarked;
