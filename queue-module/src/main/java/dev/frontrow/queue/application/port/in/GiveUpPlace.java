package dev.frontrow.queue.application.port.in;

import dev.frontrow.edge.UserId;
import org.jspecify.annotations.Nullable;

/** Gives up a place, waiting or active. */
public interface GiveUpPlace {

    /**
     * Ends exactly this token; one that has ended already stays as it is.
     *
     * @param token as it was sent, or null if none was
     * @throws dev.frontrow.queue.domain.QueueRefused if the token is not one of this user's
     */
    void giveUp(@Nullable String token, UserId userId);
}
