package dev.frontrow.docs.generator;

import static dev.frontrow.docs.generator.Chart.TOP;

import dev.frontrow.docs.generator.Chart.Box;
import dev.frontrow.docs.generator.Chart.Look;
import dev.frontrow.docs.generator.Chart.Place;
import dev.frontrow.docs.generator.Chart.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart as SVG. */
final class ChartDrawing {

    private static final int WIDTH = 140;
    private static final int GAP = 36;
    private static final int SIDE = 14;

    private final Chart chart;

    ChartDrawing(Chart chart) {
        this.chart = chart;
    }

    String svg() {
        var bottom = chart.bottom();
        var legend = legend();
        var width = Math.max(2 * SIDE + chart.headings().size() * (WIDTH + GAP) - GAP, 720);
        var height = (int) Math.ceil(bottom) + 50 + 16 * legend.size();
        var svg = new StringBuilder();
        svg.append(("<svg xmlns=\"http://www.w3.org/2000/svg\" height=\"%2$dpx\" "
                        + "style=\"width:%1$dpx;height:%2$dpx;background:#FFFFFF;\" viewBox=\"0 0 %1$d %2$d\" "
                        + "width=\"%1$dpx\" font-family=\"Arial,Helvetica,'Liberation Sans',sans-serif\">\n")
                .formatted(width, height));
        text(svg, SIDE, 22, "start", 15, "#000000", "bold", chart.title());
        boundary(svg, bottom);
        headings(svg);
        chart.ways().forEach(way -> arrow(svg, way));
        chart.places().forEach(place -> box(svg, place, place.box()));
        var y = (int) Math.ceil(bottom) + 40;
        legendOfColours(svg, y);
        for (var line : legend) {
            y += 16;
            text(svg, SIDE, y, "start", 11, "#444444", "normal", line);
        }
        return svg.append("</svg>\n").toString();
    }

    private static double left(int column) {
        return SIDE + column * (double) (WIDTH + GAP);
    }

    private void boundary(StringBuilder svg, double bottom) {
        var inside = chart.places().stream()
                .filter(place ->
                        place.box().look() != Look.OUTSIDE && place.box().look() != Look.STORE)
                .mapToInt(place -> place.column)
                .summaryStatistics();
        svg.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"5\" fill=\"none\" stroke=\"#777777\" stroke-dasharray=\"6 4\"/>\n"
                        .formatted(
                                number(left(inside.getMin()) - 12),
                                number(TOP - 40.0),
                                number(left(inside.getMax()) + WIDTH + 24 - left(inside.getMin())),
                                number(bottom + 12 - (TOP - 40))));
    }

    private void headings(StringBuilder svg) {
        var headings = chart.headings();
        for (var i = 0; i < headings.size(); i++) {
            var heading = headings.get(i);
            if (i > 0 && heading.equals(headings.get(i - 1))) {
                continue;
            }
            var last = i;
            while (last + 1 < headings.size() && heading.equals(headings.get(last + 1))) {
                last++;
            }
            var middle = (left(i) + left(last) + WIDTH) / 2;
            text(svg, middle, TOP - 20.0, "middle", 11, "#444444", "bold", heading);
        }
    }

    private static void arrow(StringBuilder svg, Way way) {
        var path = new StringBuilder();
        var x = 0.0;
        var y = 0.0;
        for (var step = 1; step < way.places().size(); step++) {
            var from = way.places().get(step - 1);
            var to = way.places().get(step);
            var x0 = left(from.column) + WIDTH;
            var y0 = from.port(from.after, to);
            x = left(to.column);
            y = to.port(to.before, from);
            path.append(step == 1 ? "M" : "L").append(number(x0)).append(",").append(number(y0));
            var bend = (x - x0) / 2;
            path.append(" C%s,%s %s,%s %s,%s "
                    .formatted(number(x0 + bend), number(y0), number(x - bend), number(y), number(x), number(y)));
        }
        svg.append("<path d=\"%s\" fill=\"none\" stroke=\"#4A5260\"%s/>\n"
                .formatted(path.toString().strip(), way.arrow().event() ? " stroke-dasharray=\"5 3\"" : ""));
        head(svg, x, y);
    }

    private static void head(StringBuilder svg, double x, double y) {
        svg.append("<polygon points=\"%s,%s %s,%s %s,%s\" fill=\"#4A5260\"/>\n"
                .formatted(number(x - 7), number(y - 3.5), number(x), number(y), number(x - 7), number(y + 3.5)));
    }

    private static void box(StringBuilder svg, Place place, Box box) {
        var look = box.look();
        var x = left(place.column);
        svg.append("<rect x=\"%s\" y=\"%s\" width=\"%d\" height=\"%s\" rx=\"%d\" fill=\"%s\" stroke=\"%s\"/>\n"
                .formatted(
                        number(x),
                        number(place.top()),
                        WIDTH,
                        number(place.height()),
                        look == Look.STORE ? 12 : 3,
                        look.fill,
                        look.edge));
        var middle = x + WIDTH / 2.0;
        var lines = 15 * place.name.size() + 13 + 13 * place.text.size();
        var y = place.middle - lines / 2.0 - 3;
        for (var line : place.name) {
            y += 15;
            text(svg, middle, y, "middle", 12.5, look.ink, "bold", line);
        }
        y += 13;
        text(svg, middle, y, "middle", 10.5, look.ink, "normal", "[" + box.technology() + "]");
        for (var line : place.text) {
            y += 13;
            text(svg, middle, y, "middle", 10.5, look.ink, "normal", line);
        }
    }

    private void legendOfColours(StringBuilder svg, int y) {
        var x = SIDE;
        for (var look : Look.values()) {
            if (chart.places().stream().anyMatch(place -> place.box().look() == look)) {
                svg.append("<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\" stroke=\"%s\"/>\n"
                        .formatted(x, y - 10, look.fill, look.edge));
                text(svg, x + 18, y, "start", 11, "#444444", "normal", chart.meaning(look));
                x += 34 + 6 * chart.meaning(look).length();
            }
        }
        svg.append("<path d=\"M%1$d,%2$d L%3$d,%2$d\" stroke=\"#4A5260\"/>\n".formatted(x, y - 4, x + 26));
        head(svg, x + 30.0, y - 4.0);
        text(svg, x + 36, y, "start", 11, "#444444", "normal", "calls");
        svg.append("<path d=\"M%1$d,%2$d L%3$d,%2$d\" stroke=\"#4A5260\" stroke-dasharray=\"5 3\"/>\n"
                .formatted(x + 78, y - 4, x + 104));
        head(svg, x + 108.0, y - 4.0);
        text(svg, x + 114, y, "start", 11, "#444444", "normal", "event");
    }

    private List<String> legend() {
        var lines = new ArrayList<String>();
        if (chart.places().stream().anyMatch(place -> place.box().text().contains("asks "))) {
            lines.add(
                    "asks …: calls that are named and not drawn: of what many ask, or of what is in the same column.");
        }
        lines.addAll(chart.notes());
        return lines;
    }

    private static void text(
            StringBuilder svg, double x, double y, String anchor, double size, String ink, String weight, String text) {
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
}
