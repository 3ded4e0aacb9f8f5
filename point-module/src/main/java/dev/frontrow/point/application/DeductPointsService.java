package dev.frontrow.point.application;

import static java.util.stream.Collectors.toSet;

import dev.frontrow.edge.Outcome;
import dev.frontrow.payment.DeductedPayment;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.point.application.port.in.DeductPoints;
import dev.frontrow.point.application.port.out.Accounts;
import dev.frontrow.point.domain.InsufficientPoints;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class DeductPointsService implements DeductPoints {

    private final Accounts accounts;

    DeductPointsService(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public PointsDeducted deduct(TicketsLocked tickets) {
        var locked = accounts.lock(
                tickets.payments().stream().map(PaymentDue::userId).collect(toSet()));
        var deducted = Outcome.leavingOutRefused(
                tickets.payments().stream()
                        .map(due -> Outcome.of(
                                InsufficientPoints.class, () -> new DeductedPayment(due, locked.deduct(due))))
                        .toList(),
                tickets.alone());
        accounts.write(locked);
        return new PointsDeducted(deducted, tickets.alone());
    }
}
