package dev.frontrow.edge;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What came of one request among many that a {@link Lane} has done together. */
public sealed interface Outcome<A> {

    /** It was done. */
    record Done<A>(A answer) implements Outcome<A> {}

    /** It was refused, and changed nothing. */
    record Refused<A>(RuntimeException refusal) implements Outcome<A> {}

    /** It was left out and changed nothing; it is done by itself now, in a batch of one. Not an outcome of such a batch. */
    record LeftOut<A>() implements Outcome<A> {}

    /** What comes of doing it now: done, or refused where this kind of refusal is thrown. Throws on what else is thrown. */
    static <A> Outcome<A> of(Class<? extends RuntimeException> refusals, Supplier<A> doing) {
        try {
            return new Done<>(doing.get());
        } catch (RuntimeException thrown) {
            if (refusals.isInstance(thrown)) {
                return new Refused<>(thrown);
            }
            throw thrown;
        }
    }

    /** Goes on with what was done; what was not is passed by. */
    default <B> Outcome<B> then(Function<A, Outcome<B>> next) {
        return switch (this) {
            case Done<A>(var answer) -> next.apply(answer);
            case Refused<A>(var refusal) -> new Refused<>(refusal);
            case LeftOut<A>() -> new LeftOut<>();
        };
    }

    /**
     * What was done, without what was refused; where somebody asks alone, the refusal is thrown. For steps of a transaction
     * of many: what is left out is done alone afterwards, and hears then why it can't be.
     */
    static <A> List<A> leavingOutRefused(List<Outcome<A>> outcomes, boolean alone) {
        if (alone && outcomes.size() == 1 && outcomes.getFirst() instanceof Refused<A>(var refusal)) {
            throw refusal;
        }
        return outcomes.stream()
                .flatMap(outcome -> outcome instanceof Done<A>(var answer) ? Stream.of(answer) : Stream.empty())
                .toList();
    }
}
