package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.domain.Block;
import dev.frontrow.reservation.domain.BlockId;
import dev.frontrow.reservation.domain.SeatId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** Seats that an organiser took out of the sale. */
@Schema(name = "Block", description = "Seats of one schedule that are not for sale")
public record BlockView(
        BlockId id,
        ScheduleId scheduleId,

        @Schema(description = "The seats that are in it, in the order of the layout", example = "[\"17\", \"18\"]")
        List<SeatId> seatIds,

        @Schema(example = "View blocked by the sound desk") String reason,
        Instant createdAt) {

    public BlockView {
        seatIds = List.copyOf(seatIds);
    }

    /** Shows a block as it was made. */
    public static BlockView of(Block block) {
        return new BlockView(
                block.id(),
                block.scheduleId(),
                List.copyOf(block.seatIds()),
                block.reason().value(),
                block.createdAt());
    }
}
