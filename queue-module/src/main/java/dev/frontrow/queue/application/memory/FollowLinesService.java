package dev.frontrow.queue.application.memory;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.port.out.LineChanges;
import dev.frontrow.queue.application.port.out.LineChanges.Moment;
import dev.frontrow.queue.application.port.out.LineChanges.OpenLine;
import dev.frontrow.queue.domain.Line;
import dev.frontrow.queue.domain.LineAccount;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the lines by what changed: every round reads the tokens touched by a transaction that was not over when the
 * previous one looked, so one that commits late is not missed; what is read twice does no harm.
 *
 * <p>Everything is read at first, and when the database was away for so long that ended tokens may have been deleted unseen.
 * Now and then everything is read beside, from an older snapshot than that of the round which takes it over, and brought up
 * to the round by what has changed since: the lines are followed meanwhile.
 *
 * <p>A line that has long closed is followed until nothing is left to hear of it.
 */
@Service
class FollowLinesService implements FollowLines {

    /** Read by one statement at most. */
    private static final int NUMBERS_AT_A_TIME = 65_536;

    private final LineChanges changes;
    private final Lines lines;
    private final DatabaseClock clock;
    private final QueueProperties properties;
    private final ReentrantLock following = new ReentrantLock();
    private final AtomicReference<@Nullable Everything> readBeside = new AtomicReference<>();
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
            var beside = readBeside.getAndSet(null);
            if (previous == null || hasLostTrack(previous, moment)) {
                reconcile(everything(moment), changes.lines(), moment);
            } else if (beside != null) {
                reconcile(beside.upTo(since(beside.horizon)), linesToFollow(), moment);
            } else {
                advance(since(previous.moment.horizon()), linesToFollow(), moment);
            }
            lines.leaveThoseClosed(moment.at().minus(properties.closedRetention()));
            last = new Followed(moment, forgetInTime(previous, moment));
        } finally {
            following.unlock();
        }
    }

    @Override
    @Transactional
    public void readAll() {
        readBeside.set(everything(changes.moment()));
    }

    private boolean hasLostTrack(Followed previous, Moment moment) {
        return moment.horizon() < previous.moment.horizon()
                || passed(previous.moment, moment, properties.endedRetention().dividedBy(2));
    }

    private Everything everything(Moment moment) {
        var everything = new Everything(moment.horizon(), new HashMap<>());
        for (var stretch : changes.stretches()) {
            var draft = everything.draft(stretch.concertId());
            for (long from = stretch.firstNumber(); from <= stretch.lastNumber(); from += NUMBERS_AT_A_TIME) {
                draft.addWaiting(changes.waiting(stretch.concertId(), from, from + NUMBERS_AT_A_TIME - 1));
            }
        }
        changes.notWaiting(everything::add);
        return everything;
    }

    private Map<ConcertId, List<TokenChange>> since(long horizon) {
        Map<ConcertId, List<TokenChange>> news = new HashMap<>();
        changes.since(
                horizon,
                (concertId, number, state) ->
                        news.computeIfAbsent(concertId, id -> new ArrayList<>()).add(new TokenChange(number, state)));
        return news;
    }

    private List<OpenLine> linesToFollow() {
        return changes.lines(
                properties.closedRetention(),
                lines.all().stream().map(Line::concertId).toList());
    }

    private void advance(Map<ConcertId, List<TokenChange>> news, List<OpenLine> open, Moment moment) {
        for (var line : open) {
            lines.followed(line.concertId())
                    .follow(
                            news.getOrDefault(line.concertId(), List.of()),
                            line.lastNumber(),
                            line.terms(),
                            moment.at());
        }
    }

    private void reconcile(Everything everything, List<OpenLine> open, Moment moment) {
        for (var line : open) {
            lines.followed(line.concertId())
                    .reconcile(everything.of(line.concertId()), line.lastNumber(), line.terms(), moment.at());
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

    /** A clock that went back by as much says as little about what may have happened meanwhile. */
    private static boolean passed(Moment since, Moment now, Duration limit) {
        return Duration.between(since.at(), now.at()).abs().compareTo(limit) > 0;
    }

    /** The last round, and the last after which old reasons were forgotten. */
    private record Followed(Moment moment, Moment forgot) {}

    /** All lines as they were in one snapshot. */
    private record Everything(long horizon, Map<ConcertId, LineAccount.Draft> drafts) {

        LineAccount.Draft draft(ConcertId concertId) {
            return drafts.computeIfAbsent(concertId, id -> new LineAccount.Draft());
        }

        void add(ConcertId concertId, long number, TokenState state) {
            draft(concertId).add(number, state);
        }

        Everything upTo(Map<ConcertId, List<TokenChange>> news) {
            news.forEach((concertId, changes) -> {
                var draft = draft(concertId);
                changes.forEach(change -> draft.add(change.number(), change.state()));
            });
            return this;
        }

        LineAccount of(ConcertId concertId) {
            return draft(concertId).done();
        }
    }
}
