package dev.frontrow.docs.generator;

import java.util.regex.Pattern;

/**
 * Makes an SVG as large as what is drawn in it: PlantUML's own layout forgets curves and borders that go beyond the boxes.
 */
final class Frame {

    private static final int MARGIN = 8;
    private static final Pattern POINT = Pattern.compile("(-?\\d+(?:\\.\\d+)?),(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern LINES = Pattern.compile("<(?:path|polygon) [^>]*?(?:d|points)=\"([^\"]*)\"");
    private static final Pattern BOX = Pattern.compile("<(?:rect|text) [^>]*>");
    private static final Pattern SIZE = Pattern.compile(
            "height=\"(\\d+)px\"([^>]*?)style=\"width:(\\d+)px;height:\\d+px;([^>]*?)viewBox=\"0 0 \\d+ \\d+\" width=\"\\d+px\"");

    private double left;
    private double top;
    private double right;
    private double bottom;

    private Frame() {}

    static String fitted(String svg) {
        var size = SIZE.matcher(svg);
        if (!size.find()) {
            return svg;
        }
        var frame = new Frame();
        frame.include(Double.parseDouble(size.group(3)), Double.parseDouble(size.group(1)));
        LINES.matcher(svg)
                .results()
                .forEach(lines -> POINT.matcher(lines.group(1))
                        .results()
                        .forEach(point ->
                                frame.include(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)))));
        BOX.matcher(svg).results().map(box -> box.group()).forEach(box -> {
            frame.include(attribute(box, "x"), attribute(box, "y") - (box.startsWith("<text") ? 14 : 0));
            frame.include(
                    attribute(box, "x") + attribute(box, "width") + attribute(box, "textLength"),
                    attribute(box, "y") + attribute(box, "height"));
        });
        return frame.around(svg, size.group(2), size.group(4));
    }

    private void include(double x, double y) {
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
    }

    private String around(String svg, String before, String after) {
        var x = (int) Math.floor(left) - (left < 0 ? MARGIN : 0);
        var y = (int) Math.floor(top) - (top < 0 ? MARGIN : 0);
        var width = (int) Math.ceil(right) - x + MARGIN;
        var height = (int) Math.ceil(bottom) - y + MARGIN;
        return SIZE.matcher(svg)
                .replaceFirst("height=\"%dpx\"%sstyle=\"width:%dpx;height:%dpx;%sviewBox=\"%d %d %d %d\" width=\"%dpx\""
                        .formatted(height, before, width, height, after, x, y, width, height, width));
    }

    private static double attribute(String element, String name) {
        var value = Pattern.compile(" " + name + "=\"(-?[\\d.]+)\"").matcher(element);
        return value.find() ? Double.parseDouble(value.group(1)) : 0;
    }
}
