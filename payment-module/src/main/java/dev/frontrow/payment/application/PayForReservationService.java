package dev.frontrow.payment.application;

import dev.frontrow.edge.Lane;
import dev.frontrow.edge.Lane.Limits;
import dev.frontrow.edge.Lanes;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.application.Paying.Asked;
import dev.frontrow.payment.application.port.in.PayForReservation;
import dev.frontrow.payment.domain.Receipt;
import org.springframework.stereotype.Service;

/** Pays, many at once: a use case that has a lane, in which one user's payments are made in their order. */
@Service
class PayForReservationService implements PayForReservation {

    private final Lane<Asked, Receipt> lane;

    PayForReservationService(Paying paying, Lanes lanes) {
        this.lane = lanes.lane("payment-pay", Limits.usual(), Asked::userId, paying::pay);
    }

    @Override
    public Receipt pay(PaymentId id, UserId userId) {
        return lane.ask(new Asked(id, userId));
    }
}
