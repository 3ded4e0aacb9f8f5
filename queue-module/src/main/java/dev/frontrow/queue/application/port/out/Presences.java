package dev.frontrow.queue.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.NumberSet;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Who was heard of, by any instance. */
public interface Presences {

    /** Writes down which numbers this instance has heard of since it wrote last. */
    void write(UUID instanceId, Map<ConcertId, NumberSet> heard);

    /** All numbers heard of, by line, in what was written within that time. */
    Map<ConcertId, NumberSet> within(Duration window);

    /** Begins the watch anew, for all lines: nobody counts as silent for longer than from now on. */
    void watchAnew();

    /** Forgets what was written that long ago. */
    int deleteOlderThan(Duration window);
}
