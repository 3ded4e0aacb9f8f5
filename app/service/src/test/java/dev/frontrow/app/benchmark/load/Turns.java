package dev.frontrow.app.benchmark.load;

import java.util.Iterator;
import java.util.List;

/** Things in turns, without end. */
public final class Turns<T> implements Iterator<T> {

    private final List<T> things;
    private int next;

    /** Begins with the first. */
    public Turns(List<T> things) {
        this.things = things;
    }

    @Override
    public boolean hasNext() {
        return !things.isEmpty();
    }

    @Override
    public T next() {
        var thing = things.get(next);
        next = next + 1 == things.size() ? 0 : next + 1;
        return thing;
    }
}
