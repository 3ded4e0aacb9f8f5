package dev.frontrow.docs.generator;

import dev.frontrow.docs.generator.Chart.Arrow;
import dev.frontrow.docs.generator.Chart.Box;
import dev.frontrow.docs.generator.Chart.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A chart as SVG. */
final class ChartDrawing {

    private static final int WIDTH = 140;
    private static final int SIDE = 2;
    private static final int TOP = 66;

    private final Chart chart;
    private final ChartLayout layout;
    private final StringBuilder svg = new StringBuilder();

    ChartDrawing(Chart chart) {
        this.chart = chart;
        this.layout = new ChartLayout(chart, WIDTH, this::height);
    }

    /** High enough for its lines, and for its arrows side by side. */
    private double height(Box box) {
        var text = 15 * humps(box.name()).size() + 13 + 13 * wrapped(box.text()).size() + 14;
        var arrows = Math.max(
                chart.arrows().stream()
                        .filter(arrow -> arrow.from().equals(box.id()))
                        .count(),
                chart.arrows().stream()
                        .filter(arrow -> arrow.to().equals(box.id()))
                        .count());
        return Math.max(text, 12 + 9 * arrows);
    }

    String svg() {
        var legend = legend();
        var bottom = (int) Math.ceil(TOP + layout.height());
        var width = Math.max((int) Math.ceil(2 * SIDE + layout.width()), 720);
        var height = bottom + 38 + 16 * legend.size();
        svg.append(("<svg xmlns=\"http://www.w3.org/2000/svg\" height=\"%2$dpx\" "
                        + "style=\"width:%1$dpx;height:%2$dpx;background:#FFFFFF;\" viewBox=\"0 0 %1$d %2$d\" "
                        + "width=\"%1$dpx\" font-family=\"Arial,Helvetica,'Liberation Sans',sans-serif\">\n")
                .formatted(width, height));
        text(SIDE + 12, 22, "start", 15, "#000000", "bold", chart.title());
        boundary(bottom);
        headings();
        chart.arrows().forEach(this::arrow);
        chart.boxes().forEach(this::box);
        var y = bottom + 28;
        legendOfColours(y);
        for (var line : legend) {
            y += 16;
            text(SIDE + 12, y, "start", 11, "#444444", "normal", line);
        }
        return svg.append("</svg>\n").toString();
    }

    private double left(Box box) {
        return SIDE + layout.of(box).getX();
    }

    private double top(Box box) {
        return TOP + layout.of(box).getY();
    }

    private void boundary(int bottom) {
        var inside = chart.boxes().stream()
                .filter(box -> box.look().isInside())
                .mapToDouble(this::left)
                .summaryStatistics();
        svg.append(
                "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%s\" rx=\"5\" fill=\"none\" stroke=\"#777777\" stroke-dasharray=\"6 4\"/>\n"
                        .formatted(
                                number(inside.getMin() - 12),
                                TOP - 28,
                                number(inside.getMax() + WIDTH + 24 - inside.getMin()),
                                bottom - TOP + 28));
    }

    private void headings() {
        var above = new TreeMap<Double, String>();
        chart.boxes().forEach(box -> above.put(left(box), chart.headings().getOrDefault(box.column(), "")));
        above.values().stream().distinct().forEach(heading -> {
            var columns = above.entrySet().stream()
                    .filter(column -> column.getValue().equals(heading))
                    .mapToDouble(column -> column.getKey())
                    .summaryStatistics();
            text(
                    (columns.getMin() + columns.getMax() + WIDTH) / 2,
                    TOP - 8.0,
                    "middle",
                    11,
                    "#444444",
                    "bold",
                    heading);
        });
    }

    private void arrow(Arrow arrow) {
        var way = layout.of(arrow);
        var bends = way.getBendPoints().stream()
                .map(point -> point(point.getX(), point.getY()))
                .collect(Collectors.joining(" "));
        svg.append("<path d=\"M%s C%s %s\" fill=\"none\" stroke=\"#4A5260\"%s/>\n"
                .formatted(
                        point(way.getStartX(), way.getStartY()),
                        bends,
                        point(way.getEndX(), way.getEndY()),
                        arrow.event() ? " stroke-dasharray=\"5 3\"" : ""));
        head(SIDE + way.getEndX(), TOP + way.getEndY());
    }

    private static String point(double x, double y) {
        return number(SIDE + x) + "," + number(TOP + y);
    }

    private void head(double x, double y) {
        svg.append("<polygon points=\"%s,%s %s,%s %s,%s\" fill=\"#4A5260\"/>\n"
                .formatted(number(x - 7), number(y - 3.5), number(x), number(y), number(x - 7), number(y + 3.5)));
    }

    private void box(Box box) {
        var look = box.look();
        svg.append("<rect x=\"%s\" y=\"%s\" width=\"%d\" height=\"%s\" rx=\"%d\" fill=\"%s\" stroke=\"%s\"/>\n"
                .formatted(
                        number(left(box)),
                        number(top(box)),
                        WIDTH,
                        number(height(box)),
                        look == Look.STORE ? 12 : 3,
                        look.fill,
                        look.edge));
        var middle = left(box) + WIDTH / 2.0;
        var lines =
                15 * humps(box.name()).size() + 13 + 13 * wrapped(box.text()).size();
        var y = top(box) + (height(box) - lines) / 2 - 3;
        for (var line : humps(box.name())) {
            y += 15;
            text(middle, y, "middle", 12.5, look.ink, "bold", line);
        }
        y += 13;
        text(middle, y, "middle", 10.5, look.ink, "normal", "[" + box.technology() + "]");
        for (var line : wrapped(box.text())) {
            y += 13;
            text(middle, y, "middle", 10.5, look.ink, "normal", line);
        }
    }

    private void legendOfColours(int y) {
        var x = SIDE + 12;
        for (var look : Look.values()) {
            if (chart.boxes().stream().anyMatch(box -> box.look() == look)) {
                svg.append("<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\" stroke=\"%s\"/>\n"
                        .formatted(x, y - 10, look.fill, look.edge));
                text(x + 18, y, "start", 11, "#444444", "normal", chart.meaning(look));
                x += 34 + 6 * chart.meaning(look).length();
            }
        }
        svg.append("<path d=\"M%1$d,%2$d L%3$d,%2$d\" stroke=\"#4A5260\"/>\n".formatted(x, y - 4, x + 26));
        head(x + 30.0, y - 4.0);
        text(x + 36, y, "start", 11, "#444444", "normal", "calls");
        svg.append("<path d=\"M%1$d,%2$d L%3$d,%2$d\" stroke=\"#4A5260\" stroke-dasharray=\"5 3\"/>\n"
                .formatted(x + 78, y - 4, x + 104));
        head(x + 108.0, y - 4.0);
        text(x + 114, y, "start", 11, "#444444", "normal", "event");
    }

    private List<String> legend() {
        var asks = chart.boxes().stream().anyMatch(box -> box.text().contains("asks "))
                ? Stream.of(
                        "asks …: calls that are named and not drawn: of what many ask, or of what is in the same column.")
                : Stream.<String>empty();
        return Stream.concat(asks, chart.notes().stream()).toList();
    }

    private void text(double x, double y, String anchor, double size, String ink, String weight, String text) {
        svg.append(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\" fill=\"%s\" font-weight=\"%s\">%s</text>\n"
                        .formatted(
                                number(x),
                                number(y),
                                anchor,
                                number(size),
                                ink,
                                weight,
                                text.replace("&", "&amp;").replace("<", "&lt;")));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "");
    }

    /** A type's name in lines, broken before capitals. */
    private static List<String> humps(String name) {
        return lines(name.split("(?<=[a-z0-9])(?=[A-Z])|(?<= )"), 16);
    }

    private static List<String> wrapped(String text) {
        return text.isEmpty() ? List.of() : lines(text.split("(?<= )"), 23);
    }

    private static List<String> lines(String[] words, int most) {
        var lines = new ArrayList<String>();
        for (var word : words) {
            if (!lines.isEmpty() && (lines.getLast() + word).strip().length() <= most) {
                lines.set(lines.size() - 1, lines.getLast() + word);
            } else {
                lines.add(word);
            }
        }
        return lines.stream().map(String::strip).toList();
    }
}
