package dev.frontrow.reservation.application.port.in;

import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.domain.ReservationId;

/** Gives up a hold that is not paid, so that others can have the seats. */
public interface ReleaseHold {

    /** Releases the hold. Does nothing where it is released, over or cancelled already; refuses where it is paid. */
    void release(ReservationId id, UserId userId);
}
