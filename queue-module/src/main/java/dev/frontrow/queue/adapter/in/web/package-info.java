/** The line over HTTP: joining, polling, streaming, giving up, and its settings. */
@NullMarked
package dev.frontrow.queue.adapter.in.web;

import org.jspecify.annotations.NullMarked;
