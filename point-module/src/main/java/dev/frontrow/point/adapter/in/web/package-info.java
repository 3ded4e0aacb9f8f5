/** Points over HTTP. */
@NullMarked
package dev.frontrow.point.adapter.in.web;

import org.jspecify.annotations.NullMarked;
