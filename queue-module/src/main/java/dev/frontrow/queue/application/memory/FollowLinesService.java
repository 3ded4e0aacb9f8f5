package dev.frontrow.queue.application.memory;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.port.out.LineChanges;
import dev.frontrow.queue.application.port.out.LineChanges.Moment;
import dev.frontrow.queue.domain.LineAccount;
import dev.frontrow.queue.domain.TokenChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the lines by what changed: every round reads the tokens touched by a transaction that was not over when the
 * previous one looked, so one that commits late is not missed; what is read twice does no harm.
 *
 * <p>Everything is read at first, now and then, and when the database was away for so long that ended tokens may have
 * been deleted unseen.
 */
@Service
class FollowLinesService implements FollowLines {

    private final LineChanges changes;
    private final Lines lines;
    private final DatabaseClock clock;
    private final QueueProperties properties;
    private final ReentrantLock following = new ReentrantLock();
    private @Nullable Followed last;

    FollowLinesService(LineChanges changes, Lines lines, DatabaseClock clock, QueueProperties properties) {
        this.changes = changes;
        this.lines = lines;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    @Transactional
    public void follow() {
        following.lock();
        try {
            long asked = System.nanoTime();
            var moment = changes.moment();
            clock.read(moment.at(), asked);
            var previous = last;
            if (previous == null || mustReconcile(previous, moment)) {
                reconcile(moment);
                last = new Followed(moment, moment, forgetInTime(previous, moment));
            } else {
                advance(previous.moment.horizon(), moment);
                last = new Followed(moment, previous.reconciled, forgetInTime(previous, moment));
            }
        } finally {
            following.unlock();
        }
    }

    private boolean mustReconcile(Followed previous, Moment moment) {
        return moment.horizon() < previous.moment.horizon()
                || passed(previous.moment, moment, properties.endedRetention().dividedBy(2))
                || passed(previous.reconciled, moment, properties.reconcileInterval());
    }

    private void advance(long horizon, Moment moment) {
        var open = changes.lines();
        Map<ConcertId, List<TokenChange>> news = new HashMap<>();
        changes.since(
                horizon,
                (concertId, number, state) ->
                        news.computeIfAbsent(concertId, id -> new ArrayList<>()).add(new TokenChange(number, state)));
        for (var line : open) {
            lines.of(line.concertId())
                    .follow(
                            news.getOrDefault(line.concertId(), List.of()),
                            line.lastNumber(),
                            line.terms(),
                            moment.at());
        }
    }

    private void reconcile(Moment moment) {
        var open = changes.lines();
        Map<ConcertId, LineAccount.Draft> drafts = new HashMap<>();
        changes.all((concertId, number, state) ->
                drafts.computeIfAbsent(concertId, id -> new LineAccount.Draft()).add(number, state));
        for (var line : open) {
            var draft = drafts.getOrDefault(line.concertId(), new LineAccount.Draft());
            lines.of(line.concertId()).reconcile(draft.done(), line.lastNumber(), line.terms(), moment.at());
        }
    }

    private Moment forgetInTime(@Nullable Followed previous, Moment moment) {
        if (previous == null) {
            return moment;
        }
        if (!passed(previous.forgot, moment, properties.endedRetention())) {
            return previous.forgot;
        }
        lines.all().forEach(line -> line.forgetOldReasons());
        return moment;
    }

    private static boolean passed(Moment since, Moment now, Duration limit) {
        return Duration.between(since.at(), now.at()).compareTo(limit) > 0;
    }

    /** The last round, the last that read everything, and the last after which old reasons were forgotten. */
    private record Followed(Moment moment, Moment reconciled, Moment forgot) {}
}
