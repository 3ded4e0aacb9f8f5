package dev.frontrow.concert.domain;

import dev.frontrow.edge.PlainText;
import java.time.Instant;

/**
 * That a show will not take place.
 *
 * @param reason why, in the organiser's words, of 1 to {@link #REASON_LENGTH_MAX} characters; kept composed
 * @param at since when
 */
public record Cancellation(String reason, Instant at) {

    /** The longest reason, in characters. */
    public static final int REASON_LENGTH_MAX = 200;

    public Cancellation {
        var said = new PlainText(reason);
        if (said.length() > REASON_LENGTH_MAX) {
            throw new IllegalArgumentException("too long for a reason: " + reason);
        }
        reason = said.value();
    }
}
