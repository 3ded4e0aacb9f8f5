package dev.frontrow.queue.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.NumberSet;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Who was heard of, by any instance. */
public interface Presences {

    /** Writes down which numbers this instance has heard of since it wrote last, and that it is there. */
    void write(UUID instanceId, Map<ConcertId, NumberSet> heard);

    /** All numbers heard of, by line, in what was written within that time. */
    Map<ConcertId, NumberSet> within(Duration window);

    /** Whether an instance that was there within that time has not written for longer than that. */
    boolean anyMute(Duration writtenBefore, Duration thereWithin);

    /** Forgets an instance that stops. */
    void leave(UUID instanceId);

    /** Begins the watch anew, for all lines: nobody counts as silent for longer than from now on. */
    void watchAnew();

    /** Forgets what was written that long ago, and instances not heard of since. */
    int deleteOlderThan(Duration window);
}
