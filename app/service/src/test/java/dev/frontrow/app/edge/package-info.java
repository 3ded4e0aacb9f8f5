/** What the tests of the web edge share: one running service with a few operations of their own, and a client. */
@NullMarked
package dev.frontrow.app.edge;

import org.jspecify.annotations.NullMarked;
