package dev.frontrow.reservation.adapter.in.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.frontrow.reservation.application.query.OverseenReservationView;
import dev.frontrow.reservation.application.query.ReservationView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reservation with all that its owner sees, and whose it is. */
@Schema(name = "OverseenReservation", description = "Anybody's reservation, as an organiser sees it")
record OverseenReservationResponse(
        @Schema(description = "Whose it is", example = "alice")
        String userId,

        @Schema(description = "Why it was given; null unless it is complimentary", nullable = true, example = "Press")
        @Nullable
        String reason,

        @JsonUnwrapped ReservationView reservation) {

    static OverseenReservationResponse from(OverseenReservationView view) {
        return new OverseenReservationResponse(view.userId(), view.reason(), view.reservation());
    }
}
