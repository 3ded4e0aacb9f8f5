package dev.frontrow.point.application;

import dev.frontrow.edge.Lane;
import dev.frontrow.edge.Lane.Limits;
import dev.frontrow.edge.Lanes;
import dev.frontrow.point.application.port.in.ChargePoints;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Charges, many orders at once: a use case that has a lane, in which one user's orders are done in their order. */
@Service
class ChargePointsService implements ChargePoints {

    private final Lane<Order, Charged> lane;

    ChargePointsService(Charging charging, Lanes lanes) {
        this.lane = lanes.lane("point-charge", Limits.usual(), Order::userId, charging::charge);
    }

    @Override
    @Transactional(propagation = Propagation.NEVER)
    public Charged charge(Order order) {
        return lane.ask(order);
    }
}
