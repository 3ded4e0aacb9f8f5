package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.domain.Reservation;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reservations as they are made, and the keys that they are made with. */
public interface NewReservations {

    /**
     * Writes new reservations with their tickets, and has them hold their seats, which are locked and can be had.
     *
     * @param lists the waiting lists by which it was decided that they can
     * @throws org.springframework.dao.DataIntegrityViolationException if one of their keys was used before; waits for a twin
     *     that is at work
     * @throws org.springframework.dao.OptimisticLockingFailureException if somebody has come to one of the lists since it was seen,
     *     or changed a wish there, and a wish fits into what is free now
     */
    void add(Collection<NewReservation> made, Collection<SeenList> lists);

    /** The reservations that were made with these keys. */
    Map<UsedKey, Reservation> madeWith(Collection<UsedKey> keys);

    /** A reservation that is about to be written, and the key that it is made with, or null. */
    record NewReservation(Reservation reservation, @Nullable IdempotencyKey key) {}

    /** A key, among those of one user. */
    record UsedKey(UserId userId, IdempotencyKey key) {}

    /**
     * A waiting list that was seen to have no wish that fits.
     *
     * @param sequence how many wishes had come or been changed then
     */
    record SeenList(ScheduleId scheduleId, long sequence) {}
}
