package dev.frontrow.app.security;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a user's id looks like: 1 to 255 characters (code points), none of them a control character. */
public final class UserId {

    /** For texts that come in requests. Half of a surrogate pair is no character. */
    public static final String PATTERN = "[^\\p{Cc}\\p{Cs}]{1,255}";

    private static final Pattern WELL_FORMED = Pattern.compile(PATTERN);

    private UserId() {}

    static boolean isWellFormed(@Nullable String subject) {
        return subject != null && WELL_FORMED.matcher(subject).matches();
    }
}
