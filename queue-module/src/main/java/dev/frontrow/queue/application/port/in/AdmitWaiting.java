package dev.frontrow.queue.application.port.in;

/** Moves the lines: lets in whoever is next, as settings allow. */
public interface AdmitWaiting {

    /** One step of every line in which somebody is known to wait. Any number of instances may call it at once. */
    void admit();
}
