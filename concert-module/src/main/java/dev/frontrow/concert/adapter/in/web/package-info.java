/** Concerts over REST: the public list and the admin who publishes them. */
@NullMarked
package dev.frontrow.concert.adapter.in.web;

import org.jspecify.annotations.NullMarked;
