package dev.frontrow.edge;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What counts as a text that people see, such as a title, a name or a reason, and the form in which it is kept and compared.
 *
 * <p>What shows nothing or turns the direction of writing does not belong in one: texts that look the same would be different
 * ones, and one could look like another.
 *
 * @param value in Unicode's NFC, however it was given: at least one character (code point), not blank, without controls, separators
 *     of lines and halves of surrogate pairs, and without what Unicode calls ignorable. What joins two visible characters or keeps
 *     them apart may stand between them, as many scripts and emoji need it.
 */
public record PlainText(String value) {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int IN_COLOUR = 0xFE0F;

    /** From and to: Unicode's {@code Default_Ignorable_Code_Point}, all controls of the direction among them. */
    private static final int[][] IGNORABLE = {
        {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
        {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}
    };

    public PlainText {
        value = composed(value);
        if (!isPlain(value.codePoints().toArray())) {
            throw new IllegalArgumentException("not a text that people see: " + value);
        }
    }

    /** Any text in the form in which texts are kept and compared. */
    public static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether it can be a text of at most so many characters. */
    public static boolean fits(String text, int lengthMax) {
        var points = composed(text).codePoints().toArray();
        return points.length <= lengthMax && isPlain(points);
    }

    /** How many characters it has. */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isPlain(int[] points) {
        return Arrays.stream(points).anyMatch(PlainText::isVisible)
                && IntStream.range(0, points.length).allMatch(at -> belongs(points, at));
    }

    private static boolean belongs(int[] points, int at) {
        return switch (points[at]) {
            case IN_COLOUR -> true;
            case NON_JOINER, JOINER ->
                isVisibleBefore(points, at) && at + 1 < points.length && isVisible(points[at + 1]);
            default -> !isUnprintable(points[at]);
        };
    }

    private static boolean isVisibleBefore(int[] points, int at) {
        int before = at - 1;
        while (before >= 0 && points[before] == IN_COLOUR) {
            before--;
        }
        return before >= 0 && isVisible(points[before]);
    }

    private static boolean isVisible(int point) {
        return !isUnprintable(point) && !Character.isWhitespace(point) && !Character.isSpaceChar(point);
    }

    private static boolean isUnprintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> Arrays.stream(IGNORABLE).anyMatch(range -> range[0] <= point && point <= range[1]);
        };
    }
}
