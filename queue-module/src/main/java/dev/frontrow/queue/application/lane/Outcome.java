package dev.frontrow.queue.application.lane;

/** What came of one request. */
public sealed interface Outcome<A> {

    /** It was done. */
    record Done<A>(A answer) implements Outcome<A> {}

    /** It was refused, and changed nothing. */
    record Refused<A>(RuntimeException refusal) implements Outcome<A> {}
}
