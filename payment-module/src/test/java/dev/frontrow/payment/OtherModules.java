package dev.frontrow.payment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Stands in for the modules that follow payment's events: each step leaves a row in the payer's transaction and answers with
 * the next event. A step of a single payment can be told to do something else.
 */
@Component
public class OtherModules {

    /** The steps that are not payment's own. */
    public enum Step {
        TICKETS,
        POINTS,
        SEATS,
        REFUND
    }

    /** What everybody's account holds before any payment. */
    public static final Points BALANCE = new Points(1_000_000);

    /** A refusal of another module. */
    public static final class Vetoed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Vetoed(Step step) {
            super("vetoed by " + step);
        }
    }

    private record StepOfPayment(PaymentId payment, Step step) {}

    private final Map<StepOfPayment, Function<Supplier<Object>, @Nullable Object>> orders = new ConcurrentHashMap<>();
    private final Set<StepOfPayment> refused = ConcurrentHashMap.newKeySet();
    private final List<PaymentCompleted> completed = new CopyOnWriteArrayList<>();
    private final JdbcClient jdbc;

    OtherModules(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("create schema if not exists stand_in").update();
        jdbc.sql("create table if not exists stand_in.step (payment_id uuid, name text)")
                .update();
    }

    /** This payment's step is missing, as if nobody listened. */
    public void leaveOut(Step step, PaymentId payment) {
        orders.put(new StepOfPayment(payment, step), _ -> null);
    }

    /** This payment's step does its work, and then refuses. */
    public void veto(Step step, PaymentId payment) {
        orders.put(new StepOfPayment(payment, step), work -> {
            var _ = work.get();
            throw new Vetoed(step);
        });
    }

    /** This payment's step refuses it, as the flow's steps do: leaves it out of many, throws where it is alone. */
    public void refuse(Step step, PaymentId payment) {
        refused.add(new StepOfPayment(payment, step));
    }

    /** Something happens before this payment's step. */
    public void before(Step step, PaymentId payment, Runnable happening) {
        orders.put(new StepOfPayment(payment, step), work -> {
            happening.run();
            return work.get();
        });
    }

    /** This payment's step answers with that event. */
    public void answer(Step step, PaymentId payment, Object event) {
        orders.put(new StepOfPayment(payment, step), work -> {
            var _ = work.get();
            return event;
        });
    }

    /** What the steps have done for a payment, for good. */
    public List<String> done(PaymentId payment) {
        return jdbc.sql("select name from stand_in.step where payment_id = :id order by ctid")
                .param("id", payment.value())
                .query((row, _) -> row.getString("name"))
                .list();
    }

    /** The completions of a payment that were heard of after their commit. */
    public List<PaymentCompleted> completionsOf(PaymentId payment) {
        return completed.stream()
                .filter(event -> event.paymentId().equals(payment))
                .toList();
    }

    @EventListener
    @Nullable
    Object on(PaymentRequested event) {
        return take(
                Step.TICKETS,
                event.payments(),
                event.alone(),
                PaymentDue::paymentId,
                payments -> new TicketsLocked(payments, event.alone()));
    }

    @EventListener
    @Nullable
    Object on(TicketsLocked event) {
        return take(
                Step.POINTS,
                event.payments(),
                event.alone(),
                PaymentDue::paymentId,
                payments -> new PointsDeducted(
                        payments.stream()
                                .map(due -> new DeductedPayment(due, BALANCE.minus(due.amount())))
                                .toList(),
                        event.alone()));
    }

    @EventListener
    @Nullable
    Object on(PointsDeducted event) {
        return take(
                Step.SEATS,
                event.payments(),
                event.alone(),
                deducted -> deducted.due().paymentId(),
                payments -> new SeatsConfirmed(payments, event.alone()));
    }

    @EventListener
    @Nullable
    Object on(RefundRequested event) {
        return take(
                Step.REFUND,
                List.of(event.due()),
                true,
                PaymentDue::paymentId,
                _ -> new PointsRefunded(event.due(), event.fee()));
    }

    @TransactionalEventListener
    void on(PaymentCompleted event) {
        completed.add(event);
    }

    private <T> @Nullable Object take(
            Step step, List<T> payments, boolean alone, Function<T, PaymentId> id, Function<List<T>, Object> next) {
        var going = payments.stream()
                .filter(payment -> !refused.contains(new StepOfPayment(id.apply(payment), step)))
                .toList();
        if (alone && going.isEmpty()) {
            throw new Vetoed(step);
        }
        Supplier<Object> work = () -> {
            going.forEach(payment -> jdbc.sql("insert into stand_in.step (payment_id, name) values (:id, :name)")
                    .param("id", id.apply(payment).value())
                    .param("name", step.name())
                    .update());
            return next.apply(going);
        };
        return going.stream()
                .map(payment -> orders.get(new StepOfPayment(id.apply(payment), step)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Supplier::get)
                .apply(work);
    }
}
