package dev.frontrow.queue.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.NumberSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Who was heard of, by any instance. */
public interface Presences {

    /**
     * Begins the watch anew, for all lines, where no instance has written for so long: nobody's silence is proven then; also
     * where it began at a time that is still to come, because the database's clock went back.
     */
    void watchAnewAfter(Duration gap);

    /** Writes down which numbers this instance has heard of since it wrote last, and that it is there. */
    void write(UUID instanceId, Map<ConcertId, NumberSet> heard);

    /**
     * Until when every instance that is there has told whom it had heard of.
     *
     * @param deadAfter one that has not written for so long is taken for dead
     */
    Instant toldUntil(Duration deadAfter);

    /** All numbers heard of, by line, in what was written from that instant on. */
    Map<ConcertId, NumberSet> writtenSince(Instant since);

    /** Takes note that an instance stops, and has told whom it had heard of. */
    void leave(UUID instanceId);

    /** Forgets what was written that long ago, and instances not heard of since. */
    int deleteOlderThan(Duration window);
}
