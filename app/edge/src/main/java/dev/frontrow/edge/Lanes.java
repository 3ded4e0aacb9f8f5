package dev.frontrow.edge;

import dev.frontrow.edge.Lane.Limits;
import dev.frontrow.edge.Lane.Work;
import java.util.function.Function;

/** Gives use cases their lanes, which are open from before the web server takes requests until it has answered the last. */
public interface Lanes {

    /**
     * A lane of its own for one use case.
     *
     * @param name of its threads, of its figures, and in the log
     * @param key tells what has to be done one after another
     */
    <K, Q, A> Lane<Q, A> lane(String name, Limits limits, Function<Q, K> key, Work<Q, A> work);
}
