package dev.frontrow.point.application;

import dev.frontrow.point.application.port.in.ChargePoints.Order;
import dev.frontrow.point.application.port.out.Accounts;
import dev.frontrow.point.domain.Charge;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The transaction of {@link ChargePointsService}: one charge, one statement, one commit. */
@Service
class WriteCharge {

    private final Accounts accounts;

    WriteCharge(Accounts accounts) {
        this.accounts = accounts;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Charge> write(Order order, long maxBalance) {
        return accounts.charge(order.userId(), order.key(), order.amount(), maxBalance);
    }
}
