package dev.frontrow.reservation.application.query;

import dev.frontrow.reservation.domain.ReservationId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows reservations to their owners. */
public interface ReservationViews {

    Optional<ReservationView> find(ReservationId id, String userId);

    /**
     * The user's reservations, newest first.
     *
     * @param before the {@code next} of the page before, or null for the first page
     * @param limit how many, at least 1
     */
    Page page(String userId, @Nullable Long before, int limit);

    /**
     * Some reservations.
     *
     * @param next where the next page begins, or null where this is the last one
     */
    record Page(List<ReservationView> items, @Nullable Long next) {

        public Page {
            items = List.copyOf(items);
        }
    }
}
