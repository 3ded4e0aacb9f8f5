/** The use cases of the concert module, one class each; transactions begin and end here. */
@NullMarked
package dev.frontrow.concert.application;

import org.jspecify.annotations.NullMarked;
