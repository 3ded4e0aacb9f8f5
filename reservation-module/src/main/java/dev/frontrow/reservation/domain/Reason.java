package dev.frontrow.reservation.domain;

import dev.frontrow.edge.PlainText;

/**
 * Why an organiser does something with seats, in their own words.
 *
 * @param value a text that people see, of at most {@link #LENGTH_MAX} characters, in Unicode's NFC
 */
public record Reason(String value) {

    /** The longest one, in characters. */
    public static final int LENGTH_MAX = 200;

    public Reason {
        var said = new PlainText(value);
        if (said.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("too long for a reason: " + value);
        }
        value = said.value();
    }

    /** Whether it can be a reason. */
    public static boolean isWellFormed(String text) {
        return PlainText.fits(text, LENGTH_MAX);
    }

    @Override
    public String toString() {
        return value;
    }
}
