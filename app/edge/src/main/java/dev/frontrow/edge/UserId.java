package dev.frontrow.edge;

import java.util.regex.Pattern;

/**
 * Who a user is to the identity provider. A parameter of a web operation: who asks, by the access token.
 *
 * @param value 1 to 255 characters (code points), none of them a control character; taken as it is
 */
public record UserId(String value) {

    /** For texts that come in requests. Half of a surrogate pair is no character. */
    public static final String PATTERN = "[^\\p{Cc}\\p{Cs}]{1,255}";

    private static final Pattern WELL_FORMED = Pattern.compile(PATTERN);

    public UserId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a user id has 1 to 255 characters without control characters");
        }
    }

    /** Whether it can be a user's id. */
    public static boolean isWellFormed(String text) {
        return WELL_FORMED.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
