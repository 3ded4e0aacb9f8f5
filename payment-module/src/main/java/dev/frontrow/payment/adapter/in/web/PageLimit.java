package dev.frontrow.payment.adapter.in.web;

import java.util.regex.Pattern;

/**
 * How many items a page has at most.
 *
 * @param items 1 to 100
 */
record PageLimit(int items) {

    static final PageLimit DEFAULT = new PageLimit(20);

    private static final Pattern CANONICAL = Pattern.compile("[1-9][0-9]?|100");

    PageLimit {
        if (items < 1 || items > 100) {
            throw new IllegalArgumentException("a page has 1 to 100 items");
        }
    }

    /**
     * Reads a limit as a client sends it.
     *
     * @throws IllegalArgumentException for anything but 1 to 100, plainly written
     */
    public static PageLimit valueOf(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException("a page has 1 to 100 items");
        }
        return new PageLimit(Integer.parseInt(text));
    }
}
