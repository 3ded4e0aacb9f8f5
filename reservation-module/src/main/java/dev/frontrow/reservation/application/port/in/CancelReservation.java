package dev.frontrow.reservation.application.port.in;

import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.domain.ReservationId;

/** Gives back a paid reservation: its points, less the fee that was agreed, to the account, its seats to the sale. */
public interface CancelReservation {

    /** Cancels the reservation, until its terms close that. Does nothing where it is cancelled already; refuses where it is not paid. */
    void cancel(ReservationId id, UserId userId);

    /** Cancels anybody's reservation, in full and at any time. Does nothing where it is cancelled already; refuses likewise. */
    void cancelAsOrganiser(ReservationId id);
}
