package dev.frontrow.reservation.application.query;

import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.domain.ReservationId;
import java.util.Optional;

/** What users can see of their own reservations. A hold whose time is over reads as expired from that instant on. */
public interface ReservationViews {

    /** One reservation; nothing if there is none of this id, or it is somebody else's. */
    Optional<ReservationView> find(UserId userId, ReservationId id);

    /** A page of reservations, newest first. */
    Page<ReservationView> page(UserId userId, PageRequest request);
}
