package dev.frontrow.reservation.application;

import dev.frontrow.concert.UsualSeatLimit;
import org.springframework.stereotype.Service;

/** Tells concert how many seats a user may have where it does not say. */
@Service
class SeatLimitOfSettings implements UsualSeatLimit {

    private final ReservationProperties properties;

    SeatLimitOfSettings(ReservationProperties properties) {
        this.properties = properties;
    }

    @Override
    public int seatsPerUserMax() {
        return properties.maxSeats();
    }
}
