package dev.frontrow.concert.application.port.in;

import dev.frontrow.concert.domain.Concert;
import dev.frontrow.concert.domain.UsedKey;
import org.jspecify.annotations.Nullable;

/** Puts a concert with all its schedules on sale. */
public interface PublishConcert {

    /**
     * Keeps the concert and tells of each of its schedules by {@link dev.frontrow.concert.ScheduleOpened}, in one
     * transaction: who listens may veto, and then there is no concert.
     */
    void publish(Concert concert);

    /**
     * The same, once under a key: asked again for the same, it does nothing, and a twin waits.
     *
     * @throws dev.frontrow.edge.IdempotencyKeyReused if the key was used for another concert
     */
    Effect publish(Concert concert, @Nullable UsedKey key);
}
