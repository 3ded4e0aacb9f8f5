package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.Refuses;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.in.BlockSeats;
import dev.frontrow.reservation.application.port.in.BlockSeats.BlockOrder;
import dev.frontrow.reservation.application.port.in.OverseeSchedule;
import dev.frontrow.reservation.application.port.in.UnblockSeats;
import dev.frontrow.reservation.application.query.BlockView;
import dev.frontrow.reservation.domain.BlockId;
import dev.frontrow.reservation.domain.BlockNotFound;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.SeatNotFound;
import dev.frontrow.reservation.domain.SeatTaken;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/admin", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Admin")
class BlockController {

    private final BlockSeats blockSeats;
    private final UnblockSeats unblockSeats;
    private final OverseeSchedule overseeSchedule;

    BlockController(BlockSeats blockSeats, UnblockSeats unblockSeats, OverseeSchedule overseeSchedule) {
        this.blockSeats = blockSeats;
        this.unblockSeats = unblockSeats;
        this.overseeSchedule = overseeSchedule;
    }

    @PostMapping(path = "/schedules/{scheduleId}/blocks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "blockSeats", summary = "Take seats out of the sale, all or none", description = """
            Seats that are held, sold or blocked can't be blocked. From the answer on nobody can reserve them, until the block \
            ends; complimentary tickets can be given for them.""")
    @ApiResponse(responseCode = "201", description = "The seats are blocked")
    @Refuses({
        ScheduleNotFound.class,
        SeatNotFound.class,
        SeatTaken.class,
        ChangeNotAllowed.class,
        IdempotencyKeyReused.class
    })
    ResponseEntity<BlockView> block(
            @PathVariable ScheduleId scheduleId,
            @Valid @RequestBody BlockRequest request,
            @Nullable IdempotencyKey key,
            UserId organiser) {
        var blocked = blockSeats.block(new BlockOrder(
                organiser, key, scheduleId, new TreeSet<>(request.seatIds()), new Reason(request.reason())));
        var answer = ResponseEntity.created(
                URI.create("/api/v1/admin/blocks/" + blocked.block().id()));
        if (blocked.replayed()) {
            answer.header(IdempotencyKey.REPLAYED, "true");
        }
        return answer.body(BlockView.of(blocked.block()));
    }

    @GetMapping("/schedules/{scheduleId}/blocks")
    @Operation(operationId = "listBlocks", summary = "The blocks of a schedule, newest first")
    @Refuses(ScheduleNotFound.class)
    Page<BlockView> blocks(@PathVariable ScheduleId scheduleId, PageRequest page) {
        return overseeSchedule.blocks(scheduleId, page);
    }

    @DeleteMapping("/blocks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unblockSeats", summary = "Put blocked seats back on sale")
    @ApiResponse(responseCode = "204", description = "Its seats can be had", content = @Content)
    @Refuses({BlockNotFound.class, ChangeNotAllowed.class})
    void unblock(@PathVariable BlockId id) {
        unblockSeats.unblock(id);
    }
}
