package dev.frontrow.reservation.application;

import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.reservation.application.port.in.BlockSeats;
import dev.frontrow.reservation.application.port.out.Blocks;
import dev.frontrow.reservation.application.port.out.Blocks.NewBlock;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.domain.Block;
import dev.frontrow.reservation.domain.BlockId;
import dev.frontrow.reservation.domain.SeatClaims;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class BlockSeatsService implements BlockSeats {

    private final ConcertSales sales;
    private final KeepingShows shows;
    private final Blocks blocks;
    private final Seats seats;

    BlockSeatsService(ConcertSales sales, KeepingShows shows, Blocks blocks, Seats seats) {
        this.sales = sales;
        this.shows = shows;
        this.blocks = blocks;
        this.seats = seats;
    }

    @Override
    @Transactional
    public Blocked block(BlockOrder order) {
        return blocks.add(new NewBlock(
                        BlockId.generate(),
                        order.scheduleId(),
                        order.seatIds(),
                        order.reason(),
                        order.madeBy(),
                        order.idempotencyKey())) // the key before the seats, as everywhere
                .map(block -> new Blocked(filled(block), false))
                .orElseGet(() -> new Blocked(earlier(order), true));
    }

    private Block filled(Block block) {
        var sale = sales.evenIfHidden(block.scheduleId()).orElseThrow(ScheduleNotFound::new);
        shows.keep(sale.scheduleId());
        var claims = new SeatClaims(seats.lock(block.seatIds()).seats());
        claims.checkAreOf(sale.scheduleId(), block.seatIds());
        shows.checkTakesPlace(sale.scheduleId());
        claims.block(sale.scheduleId(), block.seatIds());
        seats.block(block.id(), block.seatIds());
        return block;
    }

    private Block earlier(BlockOrder order) {
        var block = Optional.ofNullable(order.idempotencyKey())
                .flatMap(key -> blocks.madeWith(order.madeBy(), key))
                .orElseThrow();
        if (!block.isOf(order.scheduleId(), order.seatIds(), order.reason())) {
            throw new IdempotencyKeyReused(
                    "The idempotency key belongs to an earlier block of other seats or for another reason.");
        }
        return block;
    }
}
