package dev.frontrow.queue.application.port.out;

/** The key that all instances share where none is configured. */
public interface SigningKeys {

    /** The shared key; {@code candidate} becomes it if there is none yet. All instances get the same answer. */
    byte[] sharedOr(byte[] candidate);
}
