package dev.frontrow.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** What a trusted proxy takes off the beginning of each path, so that clients have to put it before the paths that they get. */
public final class StrippedPrefix {

    private static final String HEADER = "X-Forwarded-Prefix";

    /** Left by the web server on a request whose proxy it was told to believe. */
    private static final String BELIEVED = "org.apache.tomcat.request.forwarded";

    /** Of several proxies, the one next to the client comes first. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*){0,16}/?");
    private static final int CHARS_MAX = 255;

    private StrippedPrefix() {}

    /** Whether the request comes from a proxy that is believed. */
    public static boolean isBelieved(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(BELIEVED));
    }

    /** Segments that begin with a slash, or an empty text for none: where nobody trusted says so, or where it is no path. */
    public static String of(HttpServletRequest request) {
        var sent = isBelieved(request) ? request.getHeader(HEADER) : null;
        if (sent == null || sent.length() > CHARS_MAX) {
            return "";
        }
        var prefix = new StringBuilder();
        for (var part : SEPARATOR.split(sent.strip())) {
            if (!PATH.matcher(part).matches()) {
                return "";
            }
            prefix.append(part.endsWith("/") ? part.substring(0, part.length() - 1) : part);
        }
        return prefix.toString();
    }
}
