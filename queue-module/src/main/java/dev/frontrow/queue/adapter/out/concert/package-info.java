/** Asks the concert module what is on sale. */
@NullMarked
package dev.frontrow.queue.adapter.out.concert;

import org.jspecify.annotations.NullMarked;
