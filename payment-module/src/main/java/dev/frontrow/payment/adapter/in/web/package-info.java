/** Payments over HTTP. */
@NullMarked
package dev.frontrow.payment.adapter.in.web;

import org.jspecify.annotations.NullMarked;
