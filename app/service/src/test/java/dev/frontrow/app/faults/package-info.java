/** The service while what it stands on fails: killed, cut off, slow, full; docs/reliability.md tells what it promises. */
@NullMarked
package dev.frontrow.app.faults;

import org.jspecify.annotations.NullMarked;
