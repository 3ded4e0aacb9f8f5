package dev.frontrow.reservation.application;

import dev.frontrow.reservation.application.port.in.UnblockSeats;
import dev.frontrow.reservation.application.port.out.Blocks;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.domain.BlockId;
import dev.frontrow.reservation.domain.BlockNotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class UnblockSeatsService implements UnblockSeats {

    private final Blocks blocks;
    private final KeepingShows shows;
    private final Seats seats;

    UnblockSeatsService(Blocks blocks, KeepingShows shows, Seats seats) {
        this.blocks = blocks;
        this.shows = shows;
        this.seats = seats;
    }

    @Override
    @Transactional
    public void unblock(BlockId id) {
        var scheduleId = blocks.scheduleOf(id).orElseThrow(BlockNotFound::new);
        shows.keep(scheduleId);
        if (seats.unblock(id) == 0) { // a block that no seat is in is gone
            throw new BlockNotFound();
        }
        shows.checkTakesPlace(scheduleId);
    }
}
