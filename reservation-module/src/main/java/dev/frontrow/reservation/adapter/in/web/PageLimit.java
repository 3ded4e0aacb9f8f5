package dev.frontrow.reservation.adapter.in.web;

import java.util.regex.Pattern;

/** How many items a page has: 1 to 100. */
record PageLimit(int value) {

    static final PageLimit DEFAULT = new PageLimit(20);

    private static final Pattern CANONICAL = Pattern.compile("[1-9][0-9]?|100");

    /** Called by Spring, which asks for a public method. */
    public static PageLimit valueOf(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException("must be 1 to 100");
        }
        return new PageLimit(Integer.parseInt(text));
    }
}
