package dev.frontrow.queue.domain;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.TokenState.Active;
import dev.frontrow.queue.domain.TokenState.Ended;
import dev.frontrow.queue.domain.TokenState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one instance knows of one concert's line.
 *
 * <p>It is followed up to a number: of those up to there everything is known, so an unknown one among them has ended. Of
 * those above, only what the instance did itself is known one by one; any other is taken for waiting, because somebody
 * must have been given it. A token's state only moves forward, whatever the order in which news of it arrive.
 *
 * <p>Asking takes no lock: all of a line but its active tokens is one immutable view, replaced as a whole. Changes are
 * made under a lock, one after another.
 */
public final class Line {

    private static final Waiting WAITING = new Waiting();

    /** A first use may be under way for so long before its commit; the limit on statements and on waiting for locks. */
    private static final Duration UNCOMMITTED_MAX = Duration.ofSeconds(2);

    private final ConcertId concertId;
    private final ReentrantLock changing = new ReentrantLock();
    private final ConcurrentHashMap<Long, Active> active = new ConcurrentHashMap<>();
    private final HeardNumbers heard = new HeardNumbers();
    private final AdmissionRate rate = new AdmissionRate();
    private volatile View view = new View(0, Instant.EPOCH, NumberSet.EMPTY, NumberSet.EMPTY, EndedNumbers.NONE, null);
    private volatile double admissionsPerSecond = Double.NaN;

    public Line(ConcertId concertId) {
        this.concertId = concertId;
    }

    public ConcertId concertId() {
        return concertId;
    }

    /**
     * Where a token stands at an instant of the database's clock. That it was never used is told only once the line was
     * followed for long enough after its time, since a use by another instance, or one that is not committed yet, is not
     * known here before.
     */
    public TokenState look(long number, Instant now) {
        while (true) {
            var seen = view;
            var admitted = active.get(number);
            var reason = seen.ended.reasonOf(number);
            if (reason != null) {
                return new Ended(reason);
            }
            var closesAt = seen.terms == null ? null : seen.terms.closesAt();
            if (admitted != null) {
                return admitted.at(now, seen.usesKnownUntil(), closesAt);
            }
            if (seen.isWaiting(number)) {
                return seen.hasClosed(now) ? new Ended(EndReason.SALE_CLOSED) : WAITING;
            }
            if (seen == view) {
                return new Ended(null);
            }
        }
    }

    /** How many wait ahead of that number, plus one. */
    public long position(long number) {
        var seen = view;
        return seen.waiting.countBelow(number) + seen.unknownBelow(number) + 1;
    }

    /** At most so many wait when {@code lastNumber} is the last one issued; never less than there are. */
    public long waitingAtMost(long lastNumber) {
        var seen = view;
        return seen.waiting.size() + seen.unknownBelow(lastNumber + 1);
    }

    /** How many wait. */
    public long waiting(Instant now) {
        var seen = view;
        if (seen.hasClosed(now)) {
            return 0;
        }
        return seen.waiting.size() + seen.unknownBelow(seen.known.last());
    }

    /** How many are active at an instant. */
    public long active(Instant now) {
        var usesKnownUntil = view.usesKnownUntil();
        return active.values().stream()
                .filter(token -> token.at(now, usesKnownUntil, null) instanceof Active)
                .count();
    }

    /** Whether anybody is known to wait. */
    public boolean hasWaiting() {
        return !view.waiting.isEmpty();
    }

    /** Whether nobody is known to wait or to be active, nor why anybody's token ended. */
    public boolean isEmpty() {
        var seen = view;
        return seen.waiting.isEmpty() && seen.known.isEmpty() && seen.ended.isEmpty() && active.isEmpty();
    }

    /** Whether the last sale is known to have closed by an instant. */
    public boolean hasClosed(Instant now) {
        return view.hasClosed(now);
    }

    /** What holds for the whole line, or null while it is not known yet. */
    public @Nullable LineTerms terms() {
        return view.terms;
    }

    /** Measured admissions a second; nothing while unknown. */
    public OptionalDouble admissionsPerSecond() {
        double measured = admissionsPerSecond;
        return Double.isNaN(measured) ? OptionalDouble.empty() : OptionalDouble.of(measured);
    }

    /** Takes note that somebody asked about a number. */
    public void hear(long number) {
        heard.note(number);
    }

    /** Hands over which numbers were asked about since this was called last. */
    public NumberSet drainHeard() {
        return heard.drain();
    }

    /** Puts back what could not be written down. */
    public void hearAgain(NumberSet numbers) {
        numbers.forEach(heard::note);
    }

    /** Who waits and is not among these. */
    public NumberSet waitingBut(NumberSet numbers) {
        return view.waiting.minus(numbers);
    }

    /** Applies news of single tokens, such as this instance's own changes after their commit. */
    public void apply(Iterable<TokenChange> changes) {
        changing.lock();
        try {
            merge(changes, view.followedTo, view.followedAt, view.terms);
        } finally {
            changing.unlock();
        }
    }

    /** Applies new settings. */
    public void apply(LineTerms terms) {
        changing.lock();
        try {
            view = view.under(newer(terms));
        } finally {
            changing.unlock();
        }
    }

    /**
     * Follows the line: everything that changed since the last time, read from one snapshot of the database.
     *
     * @param lastNumber the last number issued in that snapshot
     * @param at when that was
     */
    public void follow(Iterable<TokenChange> changes, long lastNumber, LineTerms terms, Instant at) {
        changing.lock();
        try {
            boolean moving = hasWaiting() && !terms.settings().paused();
            merge(changes, Math.max(view.followedTo, lastNumber), at, newer(terms));
            measure(terms, at, moving);
        } finally {
            changing.unlock();
        }
    }

    /** Replaces what is known by a whole account, read from one snapshot; what went further since stays. */
    public void reconcile(LineAccount account, long lastNumber, LineTerms terms, Instant at) {
        changing.lock();
        try {
            var seen = view;
            boolean moving = hasWaiting() && !terms.settings().paused();
            var ended = seen.ended.with(account.ended());
            account.active().forEach((number, token) -> {
                if (ended.reasonOf(number) == null) {
                    active.merge(number, token, Active::or);
                }
            });
            var edit = account.waiting().union(seen.waiting.above(lastNumber)).edit();
            var over = new ArrayList<Long>();
            for (long number : active.keySet()) {
                boolean gone = number <= lastNumber && !account.active().containsKey(number) && !edit.contains(number);
                if (gone) {
                    over.add(number);
                }
                edit.remove(number);
            }
            long followedTo = Math.max(seen.followedTo, lastNumber);
            view = new View(
                    followedTo, at, ended.removeFrom(edit.done()), seen.known.above(followedTo), ended, newer(terms));
            over.forEach(active::remove);
            active.keySet().removeIf(number -> ended.reasonOf(number) != null);
            measure(terms, at, moving);
        } finally {
            changing.unlock();
        }
    }

    /** Forgets the reasons of what had ended before this was called last. */
    public void forgetOldReasons() {
        changing.lock();
        try {
            view = new View(view.followedTo, view.followedAt, view.waiting, view.known, view.ended.aged(), view.terms);
        } finally {
            changing.unlock();
        }
    }

    private void merge(Iterable<TokenChange> changes, long followedTo, Instant followedAt, @Nullable LineTerms terms) {
        var seen = view;
        var waiting = seen.waiting.edit();
        var known = seen.known.edit();
        Map<EndReason, NumberSet.Edit> ended = new EnumMap<>(EndReason.class);
        var over = new ArrayList<Long>();
        for (var change : changes) {
            long number = change.number();
            if (number > followedTo) {
                known.add(number);
            }
            if (seen.ended.reasonOf(number) != null || ended.values().stream().anyMatch(set -> set.contains(number))) {
                continue;
            }
            switch (change.state()) {
                case Waiting _ -> {
                    if (!active.containsKey(number)) {
                        waiting.add(number);
                    }
                }
                case Active admitted -> {
                    active.merge(number, admitted, Active::or);
                    waiting.remove(number);
                }
                case Ended(var reason) -> {
                    waiting.remove(number);
                    over.add(number);
                    if (reason != null) {
                        ended.computeIfAbsent(reason, r -> NumberSet.EMPTY.edit())
                                .add(number);
                    }
                }
            }
        }
        known.removeUpTo(followedTo);
        Map<EndReason, NumberSet> endedNow = new EnumMap<>(EndReason.class);
        ended.forEach((reason, numbers) -> endedNow.put(reason, numbers.done()));
        view = new View(followedTo, followedAt, waiting.done(), known.done(), seen.ended.with(endedNow), terms);
        over.forEach(active::remove);
    }

    private LineTerms newer(LineTerms terms) {
        var current = view.terms;
        return current != null && current.revision() > terms.revision() ? current : terms;
    }

    private void measure(LineTerms terms, Instant at, boolean moving) {
        rate.observe(at, terms.admittedTotal(), moving);
        admissionsPerSecond = rate.perSecond().orElse(Double.NaN);
    }

    /**
     * @param followedTo everything up to this number is known
     * @param followedAt when the snapshot was taken that was followed last; set after what it showed was applied
     * @param known those above it of which something is known nevertheless
     */
    private record View(
            long followedTo,
            Instant followedAt,
            NumberSet waiting,
            NumberSet known,
            EndedNumbers ended,
            @Nullable LineTerms terms) {

        boolean isWaiting(long number) {
            return waiting.contains(number) || (number > followedTo && !known.contains(number));
        }

        long unknownBelow(long number) {
            return number <= followedTo + 1 ? 0 : number - 1 - followedTo - known.countBelow(number);
        }

        boolean hasClosed(Instant now) {
            return terms != null && !now.isBefore(terms.closesAt());
        }

        Instant usesKnownUntil() {
            return followedAt.minus(UNCOMMITTED_MAX);
        }

        View under(LineTerms newTerms) {
            return new View(followedTo, followedAt, waiting, known, ended, newTerms);
        }
    }
}
