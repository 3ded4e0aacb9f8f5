package dev.frontrow.reservation.adapter.in.web;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names a content, up to how it is written down (RFC 9110, 8.8.3).
 *
 * @param tag what is between the quotes: visible ASCII without quotes
 */
record WeakEtag(String tag) {

    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");

    /** Whether a client that sent these {@code If-None-Match} has the content already; compared weakly. */
    boolean isKnown(List<String> ifNoneMatch) {
        return ifNoneMatch.stream()
                .anyMatch(value -> value.trim().equals("*")
                        || ENTITY_TAG
                                .matcher(value)
                                .results()
                                .anyMatch(known -> known.group(1).equals(tag)));
    }

    @Override
    public String toString() {
        return "W/\"" + tag + "\"";
    }
}
