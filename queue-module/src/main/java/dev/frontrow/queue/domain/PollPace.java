package dev.frontrow.queue.domain;

import java.time.Duration;

/**
 * How long to wait before asking again: a second near the front, longer at the back of the line.
 *
 * @param secondsMax never longer than this, so that nobody who keeps the pace counts as gone
 */
public record PollPace(int secondsMax) {

    private static final int PLACES_PER_SECOND = 500;
    private static final int SECONDS_MAX = 30;
    private static final int ACTIVE_SECONDS = 5;

    public PollPace {
        if (secondsMax < 1) {
            throw new IllegalArgumentException("a pace is at least a second: " + secondsMax);
        }
    }

    /** The pace at which a place is asked about at least four times before it counts as abandoned. */
    public static PollPace within(Duration abandonedAfter) {
        return new PollPace((int) Math.clamp(abandonedAfter.toSeconds() / 4, 1, SECONDS_MAX));
    }

    /** Seconds for somebody who waits. */
    public int waiting(long position) {
        return (int) Math.min(secondsMax, 1 + position / PLACES_PER_SECOND);
    }

    /** Seconds for somebody who was let in. */
    public int active() {
        return Math.min(secondsMax, ACTIVE_SECONDS);
    }

    /** Seconds for somebody whose token is over, and who need not ask at all. */
    public int ended() {
        return secondsMax;
    }
}
