package dev.frontrow.concert.adapter.in.web;

/** How many items a page has at most: 1 to 100. */
record PageLimit(int value) {

    static final PageLimit DEFAULT = new PageLimit(20);

    PageLimit {
        if (value < 1 || value > 100) {
            throw new IllegalArgumentException("a page has 1 to 100 items, not " + value);
        }
    }

    /** Reads it as a client sends it: decimal digits, no sign, no leading zero. */
    public static PageLimit valueOf(String text) {
        if (!text.matches("[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException("not a page's limit: " + text);
        }
        return new PageLimit(Integer.parseInt(text));
    }
}
