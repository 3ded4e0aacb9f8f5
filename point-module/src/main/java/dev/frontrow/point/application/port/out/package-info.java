/** What the use cases need: the accounts with their ledger. */
@NullMarked
package dev.frontrow.point.application.port.out;

import org.jspecify.annotations.NullMarked;
