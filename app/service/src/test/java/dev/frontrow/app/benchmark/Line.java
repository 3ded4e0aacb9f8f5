package dev.frontrow.app.benchmark;

import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table.
 *
 * @param what was measured
 * @param figure how it came out, with its unit
 * @param yardstick what it is held against, with its unit; empty if against nothing
 * @param ratio of the two
 * @param target as the table states it; empty for a figure that is only told
 * @param met whether it is; null where there is no target or nothing to say
 * @param cost of a request, in words
 */
record Line(
        String what,
        String figure,
        String yardstick,
        OptionalDouble ratio,
        String target,
        @Nullable Boolean met,
        String cost) {

    /** A figure that must be at least so many times its yardstick. */
    static Line atLeast(String what, Median figure, Median yardstick, double target, String cost) {
        var ratio = figure.median() / yardstick.median();
        return new Line(
                what,
                figure.perSecond(),
                yardstick.perSecond(),
                OptionalDouble.of(ratio),
                "≥ " + plain(target),
                ratio >= target,
                cost);
    }

    /** The same, with what it costs. */
    Line costing(String more) {
        return new Line(what, figure, yardstick, ratio, target, met, more);
    }

    /** The same, only told. */
    Line withoutTarget() {
        return new Line(what, figure, yardstick, ratio, "", null, cost);
    }

    /** A figure that must be at most so many times its yardstick. */
    static Line atMost(String what, Median figure, Median yardstick, String unit, double target) {
        var ratio = figure.median() / yardstick.median();
        return new Line(
                what,
                figure.in(unit),
                yardstick.in(unit),
                OptionalDouble.of(ratio),
                "≤ " + plain(target),
                ratio <= target,
                "");
    }

    /** A figure with a limit of its own. */
    static Line limit(String what, String figure, String target, boolean met) {
        return new Line(what, figure, "", OptionalDouble.empty(), target, met, "");
    }

    /** A figure that is only told. */
    static Line told(String what, String figure, String cost) {
        return new Line(what, figure, "", OptionalDouble.empty(), "", null, cost);
    }

    /** What could not be measured, and why. */
    static Line notMeasured(String what, String target, String why) {
        return new Line(what, "not measured: " + why, "", OptionalDouble.empty(), target, null, "");
    }

    static String plain(double number) {
        return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : number >= 10 ? "%.1f" : "%.2f", number);
    }
}
