package dev.frontrow.queue.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a token stands. It only ever moves forward: waiting, active, ended. */
public sealed interface TokenState {

    /** In line. */
    record Waiting() implements TokenState {}

    /**
     * Let in.
     *
     * @param expiresAt when it ends in any case
     * @param noShowAt when it ends unless it is used before; null once it was used
     */
    record Active(Instant expiresAt, @Nullable Instant noShowAt) implements TokenState {

        /**
         * What is known when two accounts of the same admission meet: a use that one of them saw happened, and its end only ever
         * comes nearer, when the sale closes earlier.
         */
        Active or(Active other) {
            return new Active(
                    expiresAt.isBefore(other.expiresAt) ? expiresAt : other.expiresAt,
                    noShowAt == null ? null : other.noShowAt);
        }

        /** This state at an instant: still active, or ended by whichever of its times came first. */
        public TokenState at(Instant now, @Nullable Instant closesAt) {
            return at(now, now, closesAt);
        }

        /**
         * This state at an instant, as far as uses are known: a token whose first use may only not have been heard of
         * yet is still active.
         *
         * @param usesKnownUntil every use up to this instant is known
         */
        public TokenState at(Instant now, Instant usesKnownUntil, @Nullable Instant closesAt) {
            if (noShowAt != null && !usesKnownUntil.isBefore(noShowAt) && noShowAt.isBefore(expiresAt)) {
                return new Ended(EndReason.NO_SHOW);
            }
            if (!now.isBefore(expiresAt)) {
                return new Ended(expiresAt.equals(closesAt) ? EndReason.SALE_CLOSED : EndReason.TIME);
            }
            return this;
        }
    }

    /**
     * Over.
     *
     * @param reason null when it is no longer known
     */
    record Ended(@Nullable EndReason reason) implements TokenState {}
}
