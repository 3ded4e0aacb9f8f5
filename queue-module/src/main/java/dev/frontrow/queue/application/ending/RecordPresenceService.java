package dev.frontrow.queue.application.ending;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.memory.DatabaseClock;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.in.RecordPresence;
import dev.frontrow.queue.application.port.out.EndingTokens;
import dev.frontrow.queue.application.port.out.Presences;
import dev.frontrow.queue.domain.Line;
import dev.frontrow.queue.domain.NumberSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Writes down who this instance has heard of, and ends the places that no instance has heard of for long enough.
 *
 * <p>What was heard but not written yet, at most for one interval, is allowed for: a place is silent if it is in nothing
 * that was written within the time plus one interval. After a start, and when this instance could not write for half the
 * time, the watch begins anew, since nobody's silence is proven then.
 *
 * <p>Every instance also writes that it is there. While one of them can't, it may hear of places and be unable to tell:
 * nobody's place ends then, until that instance has been silent for twice the time and counts as dead.
 */
@Service
class RecordPresenceService implements RecordPresence {

    private static final int BATCH_SIZE_MAX = 2_000;
    private static final int BATCHES_MAX = 50;

    private final Lines lines;
    private final Presences presences;
    private final EndingTokens tokens;
    private final EndedTokens ended;
    private final DatabaseClock clock;
    private final QueueProperties properties;
    private final UUID instanceId = UUID.randomUUID();
    private long writtenNanos;
    private boolean wrote;

    RecordPresenceService(
            Lines lines,
            Presences presences,
            EndingTokens tokens,
            EndedTokens ended,
            DatabaseClock clock,
            QueueProperties properties) {
        this.lines = lines;
        this.presences = presences;
        this.tokens = tokens;
        this.ended = ended;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public synchronized void record() {
        write();
        var now = clock.now();
        lines.all().forEach(line -> line.mark(now));
        endSilent(silence());
    }

    @Override
    public synchronized void leave() {
        presences.leave(instanceId);
    }

    private Duration silence() {
        return properties.abandonedAfter().plus(properties.presenceInterval());
    }

    private void write() {
        Map<ConcertId, NumberSet> heard = new HashMap<>();
        for (var line : lines.all()) {
            var numbers = line.drainHeard();
            if (!numbers.isEmpty()) {
                heard.put(line.concertId(), numbers);
            }
        }
        boolean written = false;
        try {
            presences.write(instanceId, heard);
            if (!wrote || wasAway()) {
                presences.watchAnew();
            }
            written = true;
        } finally {
            if (written) {
                wrote = true;
                writtenNanos = System.nanoTime();
            } else {
                heard.forEach((concertId, numbers) -> lines.of(concertId).hearAgain(numbers));
            }
        }
        presences.deleteOlderThan(silence().multipliedBy(2));
    }

    private boolean wasAway() {
        var gap = Duration.ofNanos(System.nanoTime() - writtenNanos);
        return gap.compareTo(properties.abandonedAfter().dividedBy(2)) > 0;
    }

    private void endSilent(Duration silence) {
        var issuedBefore = clock.now().minus(silence);
        List<Line> suspects = new ArrayList<>();
        for (var line : lines.all()) {
            if (!line.silent(issuedBefore, NumberSet.EMPTY).isEmpty()) {
                suspects.add(line);
            }
        }
        if (suspects.isEmpty()
                || presences.anyMute(properties.presenceInterval().multipliedBy(2), silence.multipliedBy(2))) {
            return;
        }
        var heard = presences.within(silence);
        for (var line : suspects) {
            var silent = line.silent(issuedBefore, heard.getOrDefault(line.concertId(), NumberSet.EMPTY));
            for (int i = 0; i < BATCHES_MAX && !silent.isEmpty(); i++) {
                var numbers = silent.first(BATCH_SIZE_MAX, Long.MAX_VALUE);
                ended.apply(tokens.endAbandoned(line.concertId(), numbers, silence));
                silent = silent.above(numbers[numbers.length - 1]);
            }
        }
    }
}
