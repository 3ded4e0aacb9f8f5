/** Holds what is committed under {@code docs} against the code. */
@NullMarked
package dev.frontrow.docs.generator;

import org.jspecify.annotations.NullMarked;
