package dev.frontrow.queue.application.port.in;

/** Writes down who is still there, and ends the places nobody has asked about for long. */
public interface RecordPresence {

    /**
     * One round of this instance; to be called every tenth of the time after which a place counts as abandoned.
     *
     * @return how many places were ended
     */
    int record();
}
