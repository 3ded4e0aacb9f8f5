package dev.frontrow.queue.application.port.in;

/** Keeps this instance's memory of the lines up with the database. */
public interface FollowLines {

    /** Reads what has changed; everything, the first time and when the database was away for long. */
    void follow();

    /** Reads everything, while following goes on; the next round takes it over. */
    void readAll();
}
