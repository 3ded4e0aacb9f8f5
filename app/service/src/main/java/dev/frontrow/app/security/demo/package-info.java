/** Logging in without an identity provider, in demo mode alone. */
@NullMarked
package dev.frontrow.app.security.demo;

import org.jspecify.annotations.NullMarked;
