package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.reservation.domain.Block;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.SeatId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;

/** The seats that an organiser takes out of the sale, all or none. */
@Schema(description = "Seats of the schedule to take out of the sale, all or none")
record BlockRequest(
        @Schema(description = "Different seats of the schedule", example = "[\"17\", \"18\"]")
        @NotNull
        @Size(min = 1, max = Block.SEATS_MAX)
        @UniqueElements
        List<@NotNull SeatId> seatIds,

        @Schema(
                description = "Why. Kept in Unicode's NFC; no characters that show nothing or turn the direction.",
                minLength = 1,
                maxLength = Reason.LENGTH_MAX,
                example = "View blocked by the sound desk")
        @NotNull
        @WellFormedReason
        String reason) {}
