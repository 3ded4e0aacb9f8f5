package dev.frontrow.point.adapter.in.event;

import dev.frontrow.edge.Refuses;
import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.PointsRefunded;
import dev.frontrow.payment.RefundRequested;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.point.application.port.in.DeductPoints;
import dev.frontrow.point.application.port.in.RefundPoints;
import dev.frontrow.point.domain.InsufficientPoints;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Point's steps in the payment flow: what each returns is published as the next event, in the same transaction. */
@Component
class PointListeners {

    private final DeductPoints deductPoints;
    private final RefundPoints refundPoints;

    PointListeners(DeductPoints deductPoints, RefundPoints refundPoints) {
        this.deductPoints = deductPoints;
        this.refundPoints = refundPoints;
    }

    @EventListener
    @Refuses(InsufficientPoints.class)
    PointsDeducted on(TicketsLocked event) {
        return deductPoints.deduct(event);
    }

    @EventListener
    PointsRefunded on(RefundRequested event) {
        return refundPoints.refund(event);
    }
}
