package dev.frontrow.concert;

import org.springframework.stereotype.Component;

/** Stands in for the module that counts the seats of users. */
@Component
class UsualSeatLimitStandIn implements UsualSeatLimit {

    @Override
    public int seatsPerUserMax() {
        return 4;
    }
}
