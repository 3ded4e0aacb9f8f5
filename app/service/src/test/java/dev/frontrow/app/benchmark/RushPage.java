package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.Chart.Curve;
import dev.frontrow.app.benchmark.RushRehearsal.Second;
import dev.frontrow.app.benchmark.load.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rush as a page of curves. */
record RushPage(int connections, RushCounts counts, List<Second> seconds, List<String> violations) {

    private static final int SEATS = 2_000;

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, html());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String html() {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Rush over %1$d connections</title>
                <style>
                body { font: 15px/1.5 system-ui, sans-serif; max-width: 900px; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff; }
                svg { width: 100%%; height: auto; margin: 1rem 0; font: 11px system-ui, sans-serif; fill: #333; }
                svg .title { font-size: 14px; font-weight: 600; }
                svg .grid { stroke: #ddd; }
                td, th { text-align: left; padding: .1rem 1.5rem .1rem 0; }
                td.n { text-align: right; }
                </style>
                </head>
                <body>
                <h1>50,000 users within 10 s for 2,000 seats</h1>
                <p>%2$s Over %1$d connections. Integrity: %3$s.</p>
                <table>
                %4$s</table>
                %5$s
                </body>
                </html>
                """.formatted(
                        connections,
                        String.join(" ", Machine.describe()).strip(),
                        violations.isEmpty() ? "clean" : violations,
                        outcome(),
                        charts().map(Chart::svg).collect(Collectors.joining("\n")));
    }

    private String outcome() {
        return row("let in", counts.letIn)
                + row("held a seat", counts.held)
                + row("paid", counts.paid)
                + row("held one and did not pay", counts.didNotPay)
                + row("saw that nothing was left, and went home", counts.wentHome)
                + row("gave up their place", counts.gaveUp)
                + row("walked away without a word", counts.walkedAway)
                + row("did not come when they were let in", counts.neverCame);
    }

    private static String row(String what, int count) {
        return "<tr><td>%s</td><td class=\"n\">%,d</td></tr>%n".formatted(what, count);
    }

    private Stream<Chart> charts() {
        return Stream.of(
                new Chart(
                        "The line",
                        "",
                        List.of(
                                curve("waiting", second -> second.figures().waiting()),
                                curve(
                                        "admitted so far",
                                        second -> second.figures().admitted()))),
                new Chart(
                        "Let in and at the seats",
                        "",
                        List.of(curve("active", second -> second.figures().active()))),
                new Chart(
                        "The seats",
                        "",
                        List.of(
                                curve("free", second -> second.figures().available()),
                                curve("paid", Second::paid),
                                curve("held", second -> SEATS - second.figures().available() - second.paid()))),
                new Chart(
                        "Requests a second",
                        "",
                        List.of(
                                curve("polling", second -> all(second, "poll")),
                                curve("joining", second -> all(second, "join")),
                                curve("looking", second -> all(second, "seats") + all(second, "availability")),
                                curve("reserving", second -> all(second, "reserve")),
                                curve("paying", second -> all(second, "pay")))),
                latencies("How long polling takes", "poll"),
                latencies("How long joining takes", "join"),
                latencies("How long reserving takes", "reserve"),
                latencies("How long paying takes", "pay"),
                new Chart("Open connections", "", List.of(curve("open", Second::connections))));
    }

    private Chart latencies(String title, String operation) {
        return new Chart(
                title,
                " ms",
                List.of(
                        curve("half of them", second -> millis(second, operation, 50)),
                        curve("95 of 100", second -> millis(second, operation, 95)),
                        curve("99 of 100", second -> millis(second, operation, 99))));
    }

    /** Nothing where nobody asked. */
    private static double millis(Second second, String operation, double percentile) {
        Tally.Answers answers = second.tally().of(operation);
        return answers.all() == 0 ? Double.NaN : answers.millis(percentile);
    }

    private static double all(Second second, String operation) {
        return second.tally().of(operation).all();
    }

    private Curve curve(String name, ToDoubleFunction<Second> value) {
        return new Curve(name, seconds.stream().mapToDouble(value).boxed().toList());
    }
}
