/** How the service starts: what it takes for granted, what runs on a schedule, and what is said when it is ready. */
@NullMarked
package dev.frontrow.app.startup;

import org.jspecify.annotations.NullMarked;
