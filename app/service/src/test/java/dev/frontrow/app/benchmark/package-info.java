/** How fast the service is, measured over HTTP against yardsticks of the same machine and the same minutes. */
@NullMarked
package dev.frontrow.app.benchmark;

import org.jspecify.annotations.NullMarked;
