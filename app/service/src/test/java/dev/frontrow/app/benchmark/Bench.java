package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.load.Load;
import dev.frontrow.app.benchmark.load.Request;
import dev.frontrow.app.benchmark.load.Tally;
import dev.frontrow.app.benchmark.load.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What a row measures with.
 *
 * @param constant the web server that answers with constants
 * @param said where each round is told as soon as it is measured
 */
record Bench(
        Options options,
        ServiceProcess service,
        ServiceProcess constant,
        Database database,
        PgBench pgbench,
        Bearers bearers,
        BoxOffice boxOffice,
        Consumer<String> said)
        implements AutoCloseable {

    private static final int WARMING_UP_USERS = 40_000;

    /** What is prepared for a round may be used up this much faster than at the first try. */
    private static final double RESERVE = 1.4;

    /** Starts a service there for the first time, and tells it and its database what the next start is to know. */
    static void prepare(Options options, Storage storage, Bearers bearers) {
        try (var service = ServiceProcess.start(options, storage.settings())) {
            bearers.acceptedIn(storage.database().get().client());
            storage.database().get().countStatements();
        }
    }

    /** Starts a service there, and all that it is measured with. */
    static Bench open(Options options, Storage storage, Bearers bearers, Consumer<String> said) {
        var service = ServiceProcess.start(options, storage.settings());
        var database = storage.database().get();
        database.makeYardstick();
        return new Bench(
                options,
                service,
                ServiceProcess.startConstantAnswers(options),
                database,
                new PgBench(database, options.directory(), options.seconds(), options.rounds()),
                bearers,
                new BoxOffice(service.address(), bearers),
                said);
    }

    /** Lets people go their ways before anything counts. */
    void warmUp() {
        if (!options.warmUp().isZero()) {
            said.accept("warming up");
            try (var load = load(Journeys.CONNECTIONS)) {
                Journeys.prepared(boxOffice, bearers, WARMING_UP_USERS, Journeys.WHOLE)
                        .run(load, options.warmUp());
            }
        }
    }

    @Override
    public void close() {
        boxOffice.close();
        constant.close();
        service.close();
    }

    /** How long a round lasts. */
    Duration round() {
        return options.seconds();
    }

    int rounds() {
        return options.rounds();
    }

    /** Connections to the service. */
    Load load(int connections) {
        return new Load(service.address(), connections);
    }

    /** Connections to the constant answers. */
    Load constantLoad(int connections) {
        return new Load(constant.address(), connections);
    }

    /** What the bare web server answers with so many bytes, its head among them. */
    Request constant(int wireBytes) {
        try (var load = constantLoad(1)) {
            return padded("constant", ConstantAnswers::path, load, wireBytes);
        }
    }

    /** What Spring MVC answers with so many bytes, its head among them, behind the service's own filters. */
    Request mvcConstant(int wireBytes) {
        try (var load = load(1)) {
            return padded("mvc constant", ConstantOperation::path, load, wireBytes);
        }
    }

    private static Request padded(String operation, IntFunction<String> path, Load load, int wireBytes) {
        var empty = load.ask(Request.get(operation, path.apply(0))).expect(200).wireBytes();
        return Request.get(operation, path.apply(Math.max(0, wireBytes - empty)));
    }

    /** Lets visitors come to the bare web server for a round, and says what it has cost. */
    Sample measureConstant(Load load, List<Visitor> visitors) {
        return measure(constant, "constant", () -> load.run(visitors, round()));
    }

    /** Lets visitors come for a round, and says what it has cost. */
    Sample measure(String operation, Load load, List<Visitor> visitors) {
        return measure(operation, () -> load.run(visitors, round()));
    }

    /** Says what a run has cost, whichever it is. */
    Sample measure(String operation, Supplier<Tally> run) {
        return measure(service, operation, run);
    }

    private Sample measure(ServiceProcess process, String operation, Supplier<Tally> run) {
        var sample = new Meter(database, process).measure(operation, run);
        said.accept("%s %s/s, %s, generator %s µs, %s"
                .formatted(
                        operation,
                        Line.plain(sample.perSecond()),
                        Costs.of(List.of(sample)),
                        Line.plain(sample.generatorMicrosEach()),
                        sample.answers().statuses()));
        return sample;
    }

    /** For how many a round must be prepared, when that was the first one, which does not count. */
    int prepared(Sample first) {
        return (int) (first.perSecond() * RESERVE * round().toSeconds());
    }

    /** A round of a yardstick in the database; none where {@code pgbench} is missing. */
    Optional<PgBench.Result> yardstick(Supplier<PgBench.Result> run) {
        if (!PgBench.isInstalled()) {
            return Optional.empty();
        }
        var result = run.get();
        said.accept("pgbench %s/s, %s µs database"
                .formatted(
                        Line.plain(result.perSecond()),
                        Line.plain(result.databaseMicrosEach().orElse(Double.NaN))));
        return Optional.of(result);
    }

    /** The line of something that must be so many times as fast as its yardstick in the database. */
    Line against(String what, List<Sample> ours, List<PgBench.Result> yardstick, double target) {
        var rate = Median.of(ours, Sample::perSecond);
        return yardstick.isEmpty()
                ? new Line(
                        what,
                        rate.perSecond(),
                        "not measured: pgbench missing",
                        OptionalDouble.empty(),
                        "≥ " + Line.plain(target),
                        null,
                        Costs.of(ours))
                : Line.atLeast(what, rate, Median.of(yardstick, PgBench.Result::perSecond), target, Costs.of(ours));
    }
}
