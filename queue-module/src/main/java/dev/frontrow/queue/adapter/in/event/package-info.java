/** Hears which token was paid with. */
@NullMarked
package dev.frontrow.queue.adapter.in.event;

import org.jspecify.annotations.NullMarked;
