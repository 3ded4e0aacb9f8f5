package dev.frontrow.edge;

/** Writes in JSON what many get, in the form in which clients get everything else. */
public interface SharedJson {

    /** The view in JSON, compressed once for all who get it. */
    SharedBytes write(Object view);
}
