package dev.frontrow.queue.application.port.in;

/** Lets people join on this instance, from its start to its stop. */
public interface Joining {

    /** Lets people join; until then they are told to ask again. */
    void open();

    /** Lets nobody join any more; whoever has asked is answered on return. */
    void close();
}
