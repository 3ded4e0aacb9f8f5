package dev.frontrow.queue.application.port.in;

/** Writes down who is still there, and ends the places nobody has asked about for long. */
public interface RecordPresence {

    /** One round of this instance; to be called every tenth of the time after which a place counts as abandoned. */
    void record();

    /** Tells that this instance stops, so that the others need not wait for what it might still have to tell. */
    void leave();
}
