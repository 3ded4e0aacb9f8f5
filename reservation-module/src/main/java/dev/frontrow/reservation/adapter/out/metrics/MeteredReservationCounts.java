package dev.frontrow.reservation.adapter.out.metrics;

import dev.frontrow.edge.AfterCommit;
import dev.frontrow.reservation.application.port.out.ReservationCounts;
import dev.frontrow.reservation.domain.ReservationStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Counts in {@code frontrow.reservation.held}, {@code .confirmed}, {@code .expired}, {@code .released}, {@code .cancelled}, and
 * tells {@code frontrow.reservation.refunds.failing}, which is the same on all instances.
 */
@Component
class MeteredReservationCounts implements ReservationCounts {

    private final Map<ReservationStatus, Counter> counters = new EnumMap<>(ReservationStatus.class);
    private final AtomicInteger refundsFailing = new AtomicInteger();

    MeteredReservationCounts(ObjectProvider<MeterRegistry> registries) {
        var registry = registries.getIfUnique(SimpleMeterRegistry::new);
        for (var status : ReservationStatus.values()) {
            var name = switch (status) {
                case PENDING_PAYMENT -> "held";
                case CONFIRMED -> "confirmed";
                case EXPIRED -> "expired";
                case RELEASED -> "released";
                case CANCELLED -> "cancelled";
            };
            counters.put(
                    status,
                    Counter.builder("frontrow.reservation." + name)
                            .description("Reservations " + name + " by this instance")
                            .register(registry));
        }
        Gauge.builder("frontrow.reservation.refunds.failing", refundsFailing, AtomicInteger::get)
                .description("Refunds of cancelled shows that have failed and are not made")
                .register(registry);
    }

    @Override
    public void count(ReservationStatus reached, int reservations) {
        AfterCommit.run(() -> Objects.requireNonNull(counters.get(reached)).increment(reservations));
    }

    @Override
    public void refundsFailing(int refunds) {
        refundsFailing.set(refunds);
    }
}
