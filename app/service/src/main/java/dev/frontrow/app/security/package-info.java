/** Who may do what, and where the service learns who somebody is. */
@NullMarked
package dev.frontrow.app.security;

import org.jspecify.annotations.NullMarked;
