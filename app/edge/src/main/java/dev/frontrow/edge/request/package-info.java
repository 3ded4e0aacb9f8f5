/** How requests are read: strictly, in UTF-8, up to a limit. */
@NullMarked
package dev.frontrow.edge.request;

import org.jspecify.annotations.NullMarked;
