package dev.frontrow.queue.application.port.in;

/** Tidies up: ends what is over, forgets what ended long ago. Nothing waits for it to be correct. */
public interface SweepLines {

    /** One bounded round. Any number of instances may call it at once. */
    void sweep();
}
