/** Concerts to play with, published at the first start in demo mode. */
@NullMarked
package dev.frontrow.concert.adapter.in.demo;

import org.jspecify.annotations.NullMarked;
