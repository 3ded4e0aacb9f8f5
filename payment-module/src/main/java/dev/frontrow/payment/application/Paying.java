package dev.frontrow.payment.application;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.Outcome.Done;
import dev.frontrow.edge.Outcome.LeftOut;
import dev.frontrow.edge.Outcome.Refused;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentCancelled;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentNotFound;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.application.port.out.Payments;
import dev.frontrow.payment.domain.CancelledPayment;
import dev.frontrow.payment.domain.ExpiredPayment;
import dev.frontrow.payment.domain.PaidPayment;
import dev.frontrow.payment.domain.Payment;
import dev.frontrow.payment.domain.PendingPayment;
import dev.frontrow.payment.domain.Receipt;
import dev.frontrow.payment.domain.RefundedPayment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Paying, inside the transaction, which serves all who ask at the same time. The payments that can be paid go through the
 * steps of the flow together; one that a step refuses is left out, and is paid alone afterwards, so that it hears why.
 */
@Service
class Paying {

    private final Payments payments;
    private final ApplicationEventPublisher events;

    Paying(Payments payments, ApplicationEventPublisher events) {
        this.payments = payments;
        this.events = events;
    }

    @Transactional
    List<Outcome<Receipt>> pay(List<Asked> asked) {
        var locked = byId(payments.lock(asked.stream().map(Asked::id).collect(toSet())));
        var pending = asked.stream()
                .flatMap(each ->
                        each.own(locked) instanceof PendingPayment payment ? Stream.of(payment) : Stream.empty())
                .distinct()
                .toList();
        var settled = pending.isEmpty() ? locked : settle(pending, asked.size() == 1);
        return asked.stream()
                .map(each -> outcome(each, locked, settled, asked.size() == 1))
                .toList();
    }

    private Map<PaymentId, Payment> settle(List<PendingPayment> pending, boolean alone) {
        events.publishEvent(
                PendingPayment.requested(pending, alone)); // tickets, points and seats answer now, in this transaction
        return byId(payments.find(pending.stream().map(Payment::id).toList()));
    }

    private static Outcome<Receipt> outcome(
            Asked asked, Map<PaymentId, Payment> locked, Map<PaymentId, Payment> settled, boolean alone) {
        return switch (asked.own(locked)) {
            case null -> new Refused<>(new PaymentNotFound());
            case PaidPayment paid -> new Done<>(paid.receipt());
            case ExpiredPayment expired -> new Refused<>(new ReservationExpired(expired.id()));
            case CancelledPayment cancelled -> new Refused<>(PaymentCancelled.released(cancelled.id()));
            case RefundedPayment refunded -> new Refused<>(PaymentCancelled.refunded(refunded.id()));
            case PendingPayment pending -> {
                if (settled.get(pending.id()) instanceof PaidPayment paid) {
                    yield new Done<>(paid.receipt());
                }
                if (alone) {
                    throw new IllegalStateException(
                            "a step of the payment flow is missing, nothing is paid: " + settled.get(pending.id()));
                }
                yield new LeftOut<>();
            }
        };
    }

    private static Map<PaymentId, Payment> byId(Collection<Payment> payments) {
        return payments.stream().collect(toMap(Payment::id, Function.identity()));
    }

    /** Who wants to pay what. */
    record Asked(PaymentId id, UserId userId) {

        /** The payment, if there is one, and it is theirs. */
        @Nullable
        Payment own(Map<PaymentId, Payment> payments) {
            var payment = payments.get(id);
            return payment != null && payment.terms().due().userId().equals(userId) ? payment : null;
        }
    }
}
