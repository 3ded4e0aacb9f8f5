package dev.frontrow.edge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which version somebody has seen who wants to change something. A parameter of a web operation: the header {@code If-Match},
 * null where there is none.
 *
 * @param anyVersion whether each version will do
 * @param tags the strong tags, one of which must be the current one; a weak tag never is, and is left out
 */
public record IfMatch(boolean anyVersion, List<String> tags) {

    private static final String ANY = "*";
    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t]*(?:(W/)?(\"[!\\x23-\\x7e\\x80-\\xff]*\"))?[ \\t]*(?:,|$)");

    public IfMatch {
        tags = List.copyOf(tags);
    }

    /**
     * Reads the header, which may be given in several lines.
     *
     * @throws IllegalArgumentException if it is neither {@code *} nor a list of entity tags (RFC 9110, 13.1.1)
     */
    public static IfMatch of(Collection<String> lines) {
        var header = String.join(",", lines);
        return header.strip().equals(ANY) ? new IfMatch(true, List.of()) : new IfMatch(false, strongTags(header));
    }

    private static List<String> strongTags(String header) {
        var strong = new ArrayList<String>();
        var element = ELEMENT.matcher(header);
        boolean hasTag = false;
        int at = 0;
        while (at < header.length()) {
            if (!element.find(at) || element.start() != at) {
                throw new IllegalArgumentException("no list of entity tags: " + header);
            }
            if (element.group(2) != null) {
                hasTag = true;
                if (element.group(1) == null) {
                    strong.add(element.group(2));
                }
            }
            at = element.end();
        }
        if (!hasTag) {
            throw new IllegalArgumentException("no entity tag: " + header);
        }
        return strong;
    }

    /** Refuses where the version that is in force is none of those seen. */
    public void check(Version current) {
        if (!anyVersion && !tags.contains(current.tag())) {
            throw new PreconditionFailed();
        }
    }
}
