package dev.frontrow.queue.application.ending;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.in.RecordPresence;
import dev.frontrow.queue.application.port.out.EndingTokens;
import dev.frontrow.queue.application.port.out.Presences;
import dev.frontrow.queue.domain.Line;
import dev.frontrow.queue.domain.NumberSet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Writes down who this instance has heard of, and ends the places that no instance has heard of for long enough.
 *
 * <p>Silence counts up to the moment until which every instance has told: one that can't write, or was killed, may have heard
 * of somebody after its last word. It counts as dead once it has been silent for twice the time. So instances may come and go,
 * in order or not, and silence goes on counting.
 *
 * <p>The watch is kept by all of them together. It begins anew where none of them wrote for half the time, after a start or a
 * database that was away, since nobody could ask then.
 */
@Service
class RecordPresenceService implements RecordPresence {

    private static final int BATCH_SIZE_MAX = 2_000;
    private static final int BATCHES_MAX = 50;

    private final Lines lines;
    private final Presences presences;
    private final EndingTokens tokens;
    private final EndedTokens ended;
    private final QueueProperties properties;
    private final UUID instanceId = UUID.randomUUID();

    RecordPresenceService(
            Lines lines, Presences presences, EndingTokens tokens, EndedTokens ended, QueueProperties properties) {
        this.lines = lines;
        this.presences = presences;
        this.tokens = tokens;
        this.ended = ended;
        this.properties = properties;
    }

    @Override
    public synchronized void arrive() {
        write();
    }

    @Override
    public synchronized void record() {
        write();
        presences.deleteOlderThan(deadAfter().plus(properties.abandonedAfter()));
        endSilent(presences.toldUntil(deadAfter()).minus(properties.abandonedAfter()));
    }

    @Override
    public synchronized void leave() {
        write();
        presences.leave(instanceId);
    }

    private Duration deadAfter() {
        return properties.abandonedAfter().multipliedBy(2);
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
            presences.watchAnewAfter(properties.abandonedAfter().dividedBy(2));
            presences.write(instanceId, heard);
            written = true;
        } finally {
            if (!written) {
                heard.forEach((concertId, numbers) -> lines.of(concertId).hearAgain(numbers));
            }
        }
    }

    private void endSilent(Instant since) {
        var suspects = lines.all().stream().filter(Line::hasWaiting).toList();
        if (suspects.isEmpty()) {
            return;
        }
        var heard = presences.writtenSince(since);
        for (var line : suspects) {
            endAbandoned(line, line.waitingBut(heard.getOrDefault(line.concertId(), NumberSet.EMPTY)), since);
        }
    }

    /** Goes on as long as any are ended: those of which that is too early were issued last, and so have the highest numbers. */
    private void endAbandoned(Line line, NumberSet silent, Instant since) {
        var left = silent;
        for (int i = 0; i < BATCHES_MAX && !left.isEmpty(); i++) {
            var numbers = left.first(BATCH_SIZE_MAX, Long.MAX_VALUE);
            int count = ended.apply(tokens.endAbandoned(line.concertId(), numbers, since));
            left = count == 0 ? NumberSet.EMPTY : left.above(numbers[numbers.length - 1]);
        }
    }
}
