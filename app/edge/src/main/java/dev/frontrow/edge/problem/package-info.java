/** How refusals and failures reach a client: one form for all of them, and a page for each. */
@NullMarked
package dev.frontrow.edge.problem;

import org.jspecify.annotations.NullMarked;
