package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an organiser can see of everybody's reservations. A hold whose time is over reads as expired from that instant on. */
public interface OverseenReservationViews {

    /** One reservation; nothing if there is none of this id. */
    Optional<OverseenReservationView> find(ReservationId id);

    /** A page of those that match, newest first. */
    Page<OverseenReservationView> page(Which which, PageRequest request);

    /**
     * Which reservations: those that match all that is given.
     *
     * @param status as it reads at this instant
     */
    record Which(
            @Nullable ScheduleId scheduleId,
            @Nullable UserId userId,
            @Nullable ReservationStatus status) {}
}
