package dev.frontrow.reservation;

import dev.frontrow.edge.Lane;
import dev.frontrow.edge.Lane.Limits;
import dev.frontrow.edge.Lane.Work;
import dev.frontrow.edge.Lanes;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Lanes in which nobody is told to come back: a thousand at once take longer than a request may wait where the machine is slow
 * enough, and what tests are about is who gets the seat.
 */
@Primary
@Component
class PatientLanes implements Lanes {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Lanes lanes;

    PatientLanes(@Qualifier("openLanes") Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public <K, Q, A> Lane<Q, A> lane(String name, Limits limits, Function<Q, K> key, Work<Q, A> work) {
        return lanes.lane(name, limits.unhurried(limits.gathering(), PATIENCE), key, work);
    }
}
