package dev.frontrow.reservation.application.port.in;

import dev.frontrow.reservation.domain.BlockId;

/** Puts seats back on sale. */
public interface UnblockSeats {

    /** Ends a block: all seats that are in it can be had from then on. Refuses where there is none. */
    void unblock(BlockId id);
}
