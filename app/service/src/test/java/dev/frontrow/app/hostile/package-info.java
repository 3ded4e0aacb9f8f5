/** The service against those who mean harm: requests that nobody would send by mistake, and clients that do not keep to HTTP. */
@NullMarked
package dev.frontrow.app.hostile;

import org.jspecify.annotations.NullMarked;
