package dev.frontrow.point.application;

import dev.frontrow.payment.Points;
import dev.frontrow.payment.PointsRefunded;
import dev.frontrow.payment.RefundRequested;
import dev.frontrow.point.application.port.in.RefundPoints;
import dev.frontrow.point.application.port.out.Accounts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class RefundPointsService implements RefundPoints {

    private final Accounts accounts;

    RefundPointsService(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public PointsRefunded refund(RefundRequested request) {
        var back = request.back();
        if (!back.equals(Points.NONE) && accounts.refund(request.due(), back).isEmpty()) {
            throw new IllegalStateException("was never deducted: " + request);
        }
        return new PointsRefunded(request.due(), request.fee());
    }
}
