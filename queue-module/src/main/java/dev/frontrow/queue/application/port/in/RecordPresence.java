package dev.frontrow.queue.application.port.in;

/** Writes down who is still there, and ends the places nobody has asked about for long. */
public interface RecordPresence {

    /** Tells the others that this instance is there, and may hear of somebody from now on. */
    void arrive();

    /** One round of this instance; to be called every tenth of the time after which a place counts as abandoned. */
    void record();

    /** Tells whom this instance has heard of, and that it stops, so that the others need not wait for what it might tell. */
    void leave();
}
