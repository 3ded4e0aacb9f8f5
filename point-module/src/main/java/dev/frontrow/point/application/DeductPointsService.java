package dev.frontrow.point.application;

import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.Points;
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
        var due = tickets.due();
        return new PointsDeducted(due, accounts.deduct(due).orElseGet(() -> deductUnderLock(due)));
    }

    /** A charge may have come in between, so that the refusal would name a balance that is enough: look again, locked. */
    private Points deductUnderLock(PaymentDue due) {
        var balance = accounts.lockedBalance(due.userId());
        if (balance.compareTo(due.amount()) < 0) {
            throw new InsufficientPoints(due.amount(), balance);
        }
        return accounts.deduct(due).orElseThrow();
    }
}
