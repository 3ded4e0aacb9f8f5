package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.load.Tally;
import java.util.OptionalDouble;

/**
 * One round of something that was measured.
 *
 * @param operation the one of the run's operations that counts
 * @param seconds from the first request to when all that follows from the last one was done
 */
record Sample(
        Tally tally,
        String operation,
        double seconds,
        OptionalDouble statements,
        double transactions,
        OptionalDouble databaseSeconds,
        OptionalDouble serviceSeconds) {

    Tally.Answers answers() {
        return tally.of(operation);
    }

    /** How many requests did what they were asked to. */
    int done() {
        return answers().successes();
    }

    double perSecond() {
        return done() / seconds;
    }

    /** A cost of the whole run, for each request that was done. */
    private OptionalDouble each(OptionalDouble cost) {
        return cost.isPresent() && done() > 0 ? OptionalDouble.of(cost.getAsDouble() / done()) : OptionalDouble.empty();
    }

    OptionalDouble statementsEach() {
        return each(statements);
    }

    OptionalDouble transactionsEach() {
        return each(OptionalDouble.of(transactions));
    }

    OptionalDouble databaseMicrosEach() {
        return each(databaseSeconds.stream().map(seconds -> seconds * 1e6).findFirst());
    }

    OptionalDouble serviceMicrosEach() {
        return each(serviceSeconds.stream().map(seconds -> seconds * 1e6).findFirst());
    }

    double generatorMicrosEach() {
        return done() == 0 ? 0 : tally.generatorSeconds() * 1e6 / done();
    }
}
