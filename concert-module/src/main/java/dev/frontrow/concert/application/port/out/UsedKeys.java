package dev.frontrow.concert.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.domain.UsedKey;
import dev.frontrow.edge.Fingerprint;
import java.util.Optional;

/** The keys under which admins have had something done, and what they were answered. */
public interface UsedKeys {

    /**
     * Takes a key for this request, or tells for which content it was used before. Waits for a twin that is at work; if that one is
     * refused, the key is free again.
     */
    Optional<Fingerprint> claim(UsedKey key, Fingerprint content);

    /** Keeps the concert, as it is now, as what is answered under a key that was claimed in this transaction. */
    void keepAnswer(UsedKey key, ConcertId concertId);
}
