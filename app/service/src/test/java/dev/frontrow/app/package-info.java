/** The whole service, through HTTP and on a real PostgreSQL. */
@NullMarked
package dev.frontrow.app;

import org.jspecify.annotations.NullMarked;
