package dev.frontrow.edge;

/**
 * One thing that is wrong with a request.
 *
 * @param field the path of the member in the body ({@code schedules[0].startsAt}), {@code $} for the whole body, or the
 *     name of a parameter or header
 * @param message what is wrong with it, in plain words
 */
public record FieldProblem(String field, String message) {

    /** The body as a whole. */
    public static final String BODY = "$";

    private static final int FIELD_LENGTH_MAX = 100;

    /** What comes from the client is shortened, and what could not be written or read is left out. */
    public FieldProblem {
        var readable = field.codePoints()
                .limit(FIELD_LENGTH_MAX)
                .map(point -> Character.isDefined(point) && !isUnreadable(point) ? point : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        field = readable.isEmpty() ? BODY : readable;
    }

    private static boolean isUnreadable(int point) {
        var type = Character.getType(point);
        return type == Character.SURROGATE || type == Character.CONTROL || type == Character.FORMAT;
    }
}
