package dev.frontrow.concert.domain;

/** What counts as a text that people read: a title, a name. */
public final class PlainText {

    private PlainText() {}

    /**
     * Whether {@code text} is made of 1 to {@code lengthMax} characters (code points) that shows something: not
     * blank, without control characters, and without halves of surrogate pairs, which no UTF-8 can carry.
     */
    public static boolean fits(String text, int lengthMax) {
        var length = text.codePointCount(0, text.length());
        return length >= 1
                && length <= lengthMax
                && text.codePoints().noneMatch(PlainText::isUnprintable)
                && !text.codePoints().allMatch(PlainText::isSpace);
    }

    private static boolean isUnprintable(int codePoint) {
        return Character.getType(codePoint) == Character.CONTROL || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }
}
