package dev.frontrow.reservation.application.query;

import dev.frontrow.reservation.domain.Complimentary;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.Reservation;
import org.jspecify.annotations.Nullable;

/**
 * A reservation as an organiser sees it: as its owner does, and whose it is.
 *
 * @param reason why it was given; null unless it is complimentary
 */
public record OverseenReservationView(
        String userId, @Nullable String reason, ReservationView reservation) {

    /** Shows a reservation in the state that it is told to be in. */
    public static OverseenReservationView of(Reservation reservation) {
        return new OverseenReservationView(
                reservation.userId().value(),
                reservation
                        .complimentary()
                        .map(Complimentary::reason)
                        .map(Reason::value)
                        .orElse(null),
                ReservationView.of(reservation));
    }
}
