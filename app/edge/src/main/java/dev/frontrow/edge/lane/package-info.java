/** How lanes work: a bounded waiting room, and writers that take along what is there. Knows nothing of what that is. */
@NullMarked
package dev.frontrow.edge.lane;

import org.jspecify.annotations.NullMarked;
