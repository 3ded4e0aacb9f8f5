package dev.frontrow.concert.application;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.application.port.in.Effect;
import dev.frontrow.concert.application.port.out.UsedKeys;
import dev.frontrow.concert.domain.UsedKey;
import dev.frontrow.edge.Fingerprint;
import dev.frontrow.edge.IdempotencyKeyReused;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does once what is asked for under a key, in the caller's transaction. */
@Component
class DoingOnce {

    private final UsedKeys keys;

    DoingOnce(UsedKeys keys) {
        this.keys = keys;
    }

    /**
     * @param content names what is asked for, as it was understood
     * @param asked does it, and tells to which concert
     * @throws IdempotencyKeyReused if the key was used to ask for something else
     */
    Effect once(@Nullable UsedKey key, Fingerprint content, Supplier<ConcertId> asked) {
        var earlier = key == null ? Optional.<Fingerprint>empty() : keys.claim(key, content);
        if (earlier.isPresent()) {
            if (!earlier.get().equals(content)) {
                throw new IdempotencyKeyReused("The idempotency key belongs to an earlier request of other content.");
            }
            return Effect.DONE_BEFORE;
        }
        var concertId = asked.get();
        if (key != null) {
            keys.keepAnswer(key, concertId);
        }
        return Effect.DONE;
    }
}
