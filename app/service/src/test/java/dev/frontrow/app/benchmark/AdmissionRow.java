package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.BoxOffice.Concert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Letting people in, from a line of a million and from one of few, and from many lines at once. */
final class AdmissionRow implements Row {

    private static final int PER_SECOND = 500;
    private static final int PER_SECOND_OF_MANY = 10;
    private static final int NO_LIMIT = 1_000_000;
    private static final double OF_ITS_RATE = 0.97;
    private static final double OF_FEW = 1.5;
    private static final double STEP_MILLIS_MAX = 50;

    /** What the bucket has gathered while the line stood still is let in at once. */
    private static final Duration AFTER_THE_FIRST_RUSH = Duration.ofSeconds(3);

    /** What the statements of a step have in them, each at least one. */
    private static final String[] STEP = {
        "admitted_at = statement_timestamp()", "queue.admission", "queue.line%for update skip locked"
    };

    private final Million million;

    AdmissionRow(Million million) {
        this.million = million;
    }

    /**
     * A round of one line.
     *
     * @param ofRate the part of its rate that it was given
     */
    private record Admitted(double ofRate, double stepMillis, double slowestMillis) {}

    @Override
    public List<Line> measure(Bench bench) {
        var few = new ArrayList<Admitted>();
        var crowded = new ArrayList<Admitted>();
        var many = new ArrayList<Double>();
        for (var round = 0; round < bench.rounds(); round++) {
            few.add(admit(bench, million.few()));
            crowded.add(admit(bench, million.crowdedConcert()));
            many.add(admitFromMany(bench));
        }
        var lines = new ArrayList<Line>();
        var rate = Median.of(crowded, Admitted::ofRate);
        var slowest = Median.of(crowded, Admitted::slowestMillis);
        var slowestLine = Median.of(many, Double::doubleValue);
        lines.add(Line.limit(
                "admission at 500/s, 1,000,000 waiting: part of its rate",
                rate.in("") + "; with few "
                        + Line.plain(Median.of(few, Admitted::ofRate).median()),
                "≥ " + OF_ITS_RATE,
                rate.median() >= OF_ITS_RATE));
        if (bench.database().countsStatements()) {
            lines.add(Line.atMost(
                    "… a step in the database; against few waiting",
                    Median.of(crowded, Admitted::stepMillis),
                    Median.of(few, Admitted::stepMillis),
                    " ms",
                    OF_FEW));
            lines.add(Line.limit(
                    "… the slowest step", slowest.in(" ms"), "≤ 50 ms", slowest.median() <= STEP_MILLIS_MAX));
        } else {
            lines.add(Line.notMeasured("… a step in the database", "≤ 50 ms", "pg_stat_statements missing"));
        }
        lines.add(Line.limit(
                "… 200 lines at once: the slowest line's part of its rate",
                slowestLine.in(""),
                "≥ " + OF_ITS_RATE,
                slowestLine.median() >= OF_ITS_RATE));
        return lines;
    }

    private static Admitted admit(Bench bench, Concert concert) {
        bench.boxOffice().paceLine(concert, NO_LIMIT, PER_SECOND, false);
        BoxOffice.pause(AFTER_THE_FIRST_RUSH);
        bench.database().forgetStatements();
        BoxOffice.pause(bench.round());
        var taken = bench.database().taken(STEP);
        var steps = bench.database().statementsLike("insert into queue.admission");
        bench.boxOffice().paceLine(concert, NO_LIMIT, PER_SECOND, true);
        var admitted = new Admitted(
                perSecond(bench, concert) / PER_SECOND, taken.totalMillis() / steps, taken.slowestMillis());
        bench.said().accept(admitted.toString());
        return admitted;
    }

    private double admitFromMany(Bench bench) {
        million.many().forEach(concert -> bench.boxOffice().paceLine(concert, NO_LIMIT, PER_SECOND_OF_MANY, false));
        BoxOffice.pause(AFTER_THE_FIRST_RUSH.plus(bench.round()));
        million.many().forEach(concert -> bench.boxOffice().paceLine(concert, NO_LIMIT, PER_SECOND_OF_MANY, true));
        var slowest = million.many().stream()
                        .mapToDouble(concert -> perSecond(bench, concert))
                        .min()
                        .orElse(0)
                / PER_SECOND_OF_MANY;
        bench.said().accept("200 lines, the slowest " + Line.plain(slowest) + " of its rate");
        return slowest;
    }

    /** The rate of the last round: who was let in between its first step and its last one, after the first rush. */
    private static double perSecond(Bench bench, Concert concert) {
        return bench.database()
                .client()
                .sql("""
                with step as (
                  select at, admitted, row_number() over (order by at) as nth
                    from queue.admission
                   where concert_id = :concert and at > statement_timestamp() - :seconds * interval '1 second'
                )
                select coalesce(sum(admitted) filter (where nth > 1)
                                / nullif(extract(epoch from max(at) - min(at)), 0), 0) as per_second
                  from step
                """)
                .param("concert", UUID.fromString(concert.id()))
                .param("seconds", bench.round().toSeconds() + 1)
                .query((row, _) -> row.getDouble("per_second"))
                .single();
    }
}
