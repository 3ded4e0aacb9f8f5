package dev.frontrow.queue.application.port.out;

import java.util.Optional;

/** The key that is generated once, and that all instances share. */
public interface SigningKeys {

    /** The shared key, if one was ever generated. */
    Optional<byte[]> shared();

    /** The shared key; {@code candidate} becomes it if there is none yet. All instances get the same answer. */
    byte[] sharedOr(byte[] candidate);
}
