package dev.frontrow.edge;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;

/** Where {@link Identifier#generate()} takes its UUIDs from. */
final class TimeOrdered {

    /** Of the two that make this version, the one that never counts on from an id to the next of the same millisecond. */
    static final TimeBasedEpochRandomGenerator UUIDS = Generators.timeBasedEpochRandomGenerator();

    private TimeOrdered() {}
}
