/** Point's part in the payment flow. */
@NullMarked
package dev.frontrow.point.adapter.in.event;

import org.jspecify.annotations.NullMarked;
