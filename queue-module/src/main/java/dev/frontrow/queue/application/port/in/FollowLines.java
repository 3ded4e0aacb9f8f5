package dev.frontrow.queue.application.port.in;

/** Keeps this instance's memory of the lines up with the database. */
public interface FollowLines {

    /** Reads what has changed; everything, the first time and now and then. */
    void follow();
}
