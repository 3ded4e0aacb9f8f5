package dev.frontrow.reservation.adapter.in.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of reservations, newest first. */
@Schema(description = "A page of reservations, newest first")
record ReservationList(
        List<ReservationResponse> items,

        @Schema(description = "Names the next page; null on the last one") @Nullable
        String nextCursor) {}
