package dev.frontrow.queue.application.query;

import org.jspecify.annotations.Nullable;

/** Shows places in line, from this instance's memory: no SQL, no lock. */
public interface PlaceViews {

    /**
     * Where a token stands now. Asking counts as being there.
     *
     * @param token as it was sent, or null if none was
     * @throws dev.frontrow.queue.domain.QueueRefused unless it is a validly signed token
     */
    Place current(@Nullable String token);
}
