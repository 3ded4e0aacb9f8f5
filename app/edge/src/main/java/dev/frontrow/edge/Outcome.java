package dev.frontrow.edge;

/** What came of one request among many that a {@link Lane} has done together. */
public sealed interface Outcome<A> {

    /** It was done. */
    record Done<A>(A answer) implements Outcome<A> {}

    /** It was refused, and changed nothing. */
    record Refused<A>(RuntimeException refusal) implements Outcome<A> {}

    /** It was left out and changed nothing; it is done by itself now, in a batch of one. Not an outcome of such a batch. */
    record LeftOut<A>() implements Outcome<A> {}
}
