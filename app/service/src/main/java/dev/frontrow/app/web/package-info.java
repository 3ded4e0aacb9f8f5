/** How requests are read: strictly, in UTF-8, up to a limit. */
@NullMarked
package dev.frontrow.app.web;

import org.jspecify.annotations.NullMarked;
