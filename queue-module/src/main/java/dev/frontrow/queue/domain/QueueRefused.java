package dev.frontrow.queue.domain;

import dev.frontrow.concert.ConcertId;

/**
 * Why the line says no. Carries no stack trace: under rush, being refused is ordinary.
 *
 * <p>A refusal changes nothing.
 */
public abstract sealed class QueueRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private QueueRefused(String message) {
        super(message, null, false, false);
    }

    /** As many are waiting as the line takes. */
    public static final class QueueFull extends QueueRefused {
        private static final long serialVersionUID = 1L;

        public QueueFull(ConcertId concertId) {
            super("The line of concert " + concertId + " is full.");
        }
    }

    /** A place can't be written at this instant, mostly because too many ask; nothing is known of the outcome. */
    public static final class JoiningUnavailable extends QueueRefused {
        private static final long serialVersionUID = 1L;

        public JoiningUnavailable() {
            super("Joining is not possible at this moment; asking again is safe.");
        }
    }

    /** No token was sent. */
    public static final class QueueTokenRequired extends QueueRefused {
        private static final long serialVersionUID = 1L;

        public QueueTokenRequired() {
            super("The header Queue-Token is missing.");
        }
    }

    /** What was sent is no token of ours, or not of this user or concert. */
    public static final class QueueTokenInvalid extends QueueRefused {
        private static final long serialVersionUID = 1L;

        public QueueTokenInvalid() {
            super("The queue token is not valid for this user and concert.");
        }
    }

    /** The token has not been let in yet. */
    public static final class QueueTokenWaiting extends QueueRefused {
        private static final long serialVersionUID = 1L;
        private final long position;
        private final int retryAfterSeconds;

        public QueueTokenWaiting(long position, int retryAfterSeconds) {
            super("The queue token is still waiting, at position " + position + ".");
            this.position = position;
            this.retryAfterSeconds = retryAfterSeconds;
        }

        public long position() {
            return position;
        }

        public int retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }

    /** The token has ended, for whatever reason. */
    public static final class QueueTokenExpired extends QueueRefused {
        private static final long serialVersionUID = 1L;

        public QueueTokenExpired() {
            super("The queue token has ended.");
        }
    }

    /** This instance stops, and opens no event stream any more. */
    public static final class StreamingUnavailable extends QueueRefused {
        private static final long serialVersionUID = 1L;

        public StreamingUnavailable() {
            super("This instance stops; another one will stream.");
        }
    }

    /** This instance holds as many event streams as it takes. */
    public static final class TooManyStreams extends QueueRefused {
        private static final long serialVersionUID = 1L;

        public TooManyStreams(int streamsMax) {
            super("All " + streamsMax + " event streams are taken; poll instead.");
        }
    }
}
