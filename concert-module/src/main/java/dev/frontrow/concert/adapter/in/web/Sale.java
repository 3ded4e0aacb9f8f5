package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.application.query.SaleFilter;

/** Which concerts a client wants listed. */
record Sale(SaleFilter filter) {

    static final Sale DEFAULT = new Sale(SaleFilter.OPEN);

    /** Reads it as a client sends it: one of three lower-case words. */
    public static Sale valueOf(String text) {
        return switch (text) {
            case "open" -> new Sale(SaleFilter.OPEN);
            case "upcoming" -> new Sale(SaleFilter.UPCOMING);
            case "all" -> new Sale(SaleFilter.ALL);
            default -> throw new IllegalArgumentException("neither open, upcoming nor all: " + text);
        };
    }
}
