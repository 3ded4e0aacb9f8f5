package dev.frontrow.concert.adapter.in.web;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;

/**
 * Reads a query parameter that may be given once. Spring's own conversion silently takes the first of several values;
 * an editor gets them all, joined by commas, which no reader of ours takes.
 */
class Once<T> extends PropertyEditorSupport {

    private final Function<String, T> reader;

    Once(Function<String, T> reader) {
        this.reader = reader;
    }

    @Override
    public void setAsText(String text) {
        setValue(reader.apply(text));
    }
}
