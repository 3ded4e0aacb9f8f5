package dev.frontrow.app.benchmark.load;

/**
 * A request on its way.
 *
 * @param readyAt when it could have been sent, by the machine's own clock of nanoseconds
 */
record Errand(Visitor visitor, Request request, long readyAt) {}
