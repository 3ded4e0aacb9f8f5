package dev.frontrow.reservation.application.query;

import dev.frontrow.reservation.domain.SeatStatus;
import java.util.Base64;

/**
 * The state of each seat, in the order of the layout: two bits a seat, the first seat's in the two lowest bits of the first
 * byte; bits that belong to no seat are 0. Immutable.
 */
final class SeatStates {

    private static final int BITS = 2;
    private static final int SEATS_A_BYTE = Byte.SIZE / BITS;
    private static final int MASK = (1 << BITS) - 1;

    private final byte[] bytes;

    SeatStates(SeatStatus[] states) {
        this.bytes = new byte[Math.ceilDiv(states.length, SEATS_A_BYTE)];
        for (int seat = 0; seat < states.length; seat++) {
            bytes[seat / SEATS_A_BYTE] |= (byte) (states[seat].code() << shift(seat));
        }
    }

    SeatStatus of(int seat) {
        return SeatStatus.of(bytes[seat / SEATS_A_BYTE] >> shift(seat) & MASK);
    }

    byte[] bytes() {
        return bytes;
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static int shift(int seat) {
        return seat % SEATS_A_BYTE * BITS;
    }
}
