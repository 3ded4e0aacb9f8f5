package dev.frontrow.app.benchmark;

import java.util.List;

/** A row of the table: something that many do at once, and what it is held against. */
interface Row {

    /** Measures it. */
    List<Line> measure(Bench bench);
}
