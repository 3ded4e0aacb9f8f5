package dev.frontrow.reservation;

import java.util.UUID;
import java.util.stream.Stream;

/** Shows seats and reservations to the integrity report. Reads in the caller's transaction; close the stream. */
public interface ReservationAudit {

    /** How many seats are in more than one live reservation (pending within its time, or confirmed). */
    long seatsInSeveralLiveReservations();

    /** How many seats are sold without exactly one paid ticket, or have a paid ticket without being sold. */
    long soldSeatsThatAreNotPaidTickets();

    /** Every confirmed reservation, ordered by {@code paymentId} as text. */
    Stream<ConfirmedReservation> confirmedReservations();

    /** A reservation whose payment must be paid, of its amount in points. */
    record ConfirmedReservation(UUID reservationId, UUID paymentId, long amount) {}
}
