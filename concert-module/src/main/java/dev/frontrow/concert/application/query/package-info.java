/** What the concert module shows: concerts as they are on sale right now. */
@NullMarked
package dev.frontrow.concert.application.query;

import org.jspecify.annotations.NullMarked;
