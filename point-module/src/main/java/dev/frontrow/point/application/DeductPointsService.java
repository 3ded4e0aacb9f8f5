package dev.frontrow.point.application;

import static java.util.stream.Collectors.toSet;

import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.DeductedPayment;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.point.application.port.in.DeductPoints;
import dev.frontrow.point.application.port.out.Accounts;
import dev.frontrow.point.domain.InsufficientPoints;
import dev.frontrow.point.domain.LockedAccounts;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
        var locked = accounts.lock(usersOf(tickets, due -> !due.isOfNothing()));
        var unlocked = accounts.balances(usersOf(tickets, PaymentDue::isOfNothing)); // of whom nothing is taken
        var deducted = Outcome.leavingOutRefused(
                tickets.payments().stream()
                        .map(due -> Outcome.of(
                                InsufficientPoints.class,
                                () -> new DeductedPayment(
                                        due,
                                        due.isOfNothing()
                                                ? untouched(due.userId(), locked, unlocked)
                                                : locked.deduct(due))))
                        .toList(),
                tickets.alone());
        accounts.write(locked);
        return new PointsDeducted(deducted, tickets.alone());
    }

    /** What a user has, with what earlier payments of these have taken. */
    private static Points untouched(UserId userId, LockedAccounts locked, Map<UserId, Points> unlocked) {
        return locked.balanceOf(userId).orElseGet(() -> unlocked.getOrDefault(userId, Points.NONE));
    }

    private static Set<UserId> usersOf(TicketsLocked tickets, Predicate<PaymentDue> which) {
        return tickets.payments().stream().filter(which).map(PaymentDue::userId).collect(toSet());
    }
}
