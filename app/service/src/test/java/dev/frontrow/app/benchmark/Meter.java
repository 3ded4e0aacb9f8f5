package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.load.Tally;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Reads what a run has cost: statements, transactions and processor time, before it and after. */
record Meter(Database database, ServiceProcess service) {

    private record Reading(
            OptionalDouble statements,
            double transactions,
            OptionalDouble databaseSeconds,
            OptionalDouble serviceSeconds) {}

    /** Lets that run, and says what it has cost. */
    Sample measure(String operation, Supplier<Tally> run) {
        var before = read();
        var began = System.nanoTime();
        var tally = run.get();
        var seconds = (System.nanoTime() - began) / 1e9;
        var after = read();
        return new Sample(
                tally,
                operation,
                seconds,
                difference(before.statements(), after.statements()),
                after.transactions() - before.transactions(),
                difference(before.databaseSeconds(), after.databaseSeconds()),
                difference(before.serviceSeconds(), after.serviceSeconds()));
    }

    private Reading read() {
        return new Reading(
                database.statements(),
                database.transactions(),
                database.seconds(),
                service.times().seconds());
    }

    private static OptionalDouble difference(OptionalDouble before, OptionalDouble after) {
        return before.isPresent() && after.isPresent()
                ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble())
                : OptionalDouble.empty();
    }
}
