package dev.frontrow.app.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Curves over seconds, as SVG that needs nothing besides.
 *
 * @param unit of the values
 */
record Chart(String title, String unit, List<Curve> curves) {

    private static final List<String> COLOURS =
            List.of("#2563eb", "#dc2626", "#059669", "#d97706", "#7c3aed", "#475569");
    private static final int WIDTH = 860;
    private static final int HEIGHT = 260;
    private static final int LEFT = 70;
    private static final int BOTTOM = 30;
    private static final int TOP = 46;
    private static final int STEPS = 4;

    /** The values of seconds 1, 2, … */
    record Curve(String name, List<Double> values) {}

    String svg() {
        var highest = nice(curves.stream()
                .flatMap(curve -> curve.values().stream())
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .max()
                .orElse(1));
        var seconds =
                curves.stream().mapToInt(curve -> curve.values().size()).max().orElse(1);
        return """
                <svg viewBox="0 0 %d %d" role="img" aria-label="%s">
                <text x="0" y="14" class="title">%s</text>
                %s%s%s</svg>
                """.formatted(
                WIDTH,
                HEIGHT,
                title,
                title,
                legend(),
                grid(highest, seconds),
                curves.stream().map(curve -> line(curve, highest, seconds)).collect(Collectors.joining()));
    }

    private String legend() {
        var text = new StringBuilder();
        for (var i = 0; i < curves.size(); i++) {
            var x = LEFT + i * 130;
            text.append("<rect x=\"%d\" y=\"24\" width=\"12\" height=\"4\" fill=\"%s\"/>".formatted(x, colour(i)))
                    .append("<text x=\"%d\" y=\"30\">%s</text>%n"
                            .formatted(x + 17, curves.get(i).name()));
        }
        return text.toString();
    }

    private String grid(double highest, int seconds) {
        var text = new StringBuilder();
        for (var step = 0; step <= STEPS; step++) {
            var value = highest * step / STEPS;
            var y = y(value, highest);
            text.append("<line x1=\"%d\" y1=\"%s\" x2=\"%d\" y2=\"%s\" class=\"grid\"/>".formatted(LEFT, y, WIDTH, y))
                    .append("<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%s</text>%n"
                            .formatted(LEFT - 6, y, Line.plain(value).replaceFirst("\\.0+$", "") + unit));
        }
        var every = Math.max(1, (int) Math.ceil(seconds / 10.0 / 5) * 5);
        for (var second = 0; second <= seconds; second += every) {
            text.append("<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%d s</text>%n"
                    .formatted(x(second, seconds), HEIGHT - 8, second));
        }
        return text.toString();
    }

    private String line(Curve curve, double highest, int seconds) {
        var points = IntStream.range(0, curve.values().size())
                .filter(i -> Double.isFinite(curve.values().get(i)))
                .mapToObj(i -> x(i + 1, seconds) + "," + y(curve.values().get(i), highest))
                .collect(Collectors.joining(" "));
        return "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\" points=\"%s\"/>%n"
                .formatted(colour(curves.indexOf(curve)), points);
    }

    private static String colour(int i) {
        return COLOURS.get(i % COLOURS.size());
    }

    private static String x(double second, int seconds) {
        return number(LEFT + (WIDTH - LEFT) * second / seconds);
    }

    private static String y(double value, double highest) {
        return number(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / highest);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The next of 1, 2, 2.5, 5 and 10 times a power of ten. */
    private static double nice(double highest) {
        var power = Math.pow(10, Math.floor(Math.log10(Math.max(highest, 1e-3))));
        return List.of(1.0, 2.0, 2.5, 5.0).stream()
                .map(factor -> factor * power)
                .filter(limit -> limit >= highest)
                .findFirst()
                .orElse(10 * power);
    }
}
