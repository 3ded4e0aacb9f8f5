package dev.frontrow.point.application;

import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.point.application.port.in.DeductPoints;
import dev.frontrow.point.application.port.out.Accounts;
import dev.frontrow.point.domain.InsufficientPoints;
import java.util.OptionalLong;
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
        long balance = deducted(tickets).orElseGet(() -> deductedUnderLock(tickets));
        return new PointsDeducted(
                tickets.paymentId(), tickets.reservationId(), tickets.userId(), tickets.amount(), balance);
    }

    /** A charge may have come in between, so that the refusal would name a balance that is enough: look again, locked. */
    private long deductedUnderLock(TicketsLocked tickets) {
        long balance = accounts.lockedBalance(tickets.userId());
        if (balance < tickets.amount()) {
            throw new InsufficientPoints(tickets.amount(), balance);
        }
        return deducted(tickets).orElseThrow();
    }

    private OptionalLong deducted(TicketsLocked tickets) {
        return accounts.deduct(tickets.paymentId(), tickets.userId(), tickets.amount());
    }
}
