package dev.frontrow.concert.application.query;

import org.jspecify.annotations.Nullable;

/**
 * Which schedules a list of concerts is about.
 *
 * @param status the one that matches; null where each one does, those that are over included
 */
public record SaleFilter(@Nullable SaleStatus status) {

    /**
     * Reads it as a client sends it. There is no constant for any of them: Spring would read its name, too.
     *
     * @throws IllegalArgumentException if it is none of three lower-case words
     */
    public static SaleFilter of(String text) {
        return switch (text) {
            case "open" -> new SaleFilter(SaleStatus.OPEN);
            case "upcoming" -> new SaleFilter(SaleStatus.UPCOMING);
            case "all" -> new SaleFilter(null);
            default -> throw new IllegalArgumentException("neither open, upcoming nor all: " + text);
        };
    }
}
