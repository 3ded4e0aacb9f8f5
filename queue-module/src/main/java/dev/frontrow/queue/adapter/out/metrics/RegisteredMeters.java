package dev.frontrow.queue.adapter.out.metrics;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.port.out.LineMeters;
import dev.frontrow.queue.domain.Line;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Measures in {@code frontrow.queue.waiting}, {@code .active} and {@code .admitted}, by concert. */
@Component
class RegisteredMeters implements LineMeters {

    private static final String WAITING = "frontrow.queue.waiting";
    private static final String ACTIVE = "frontrow.queue.active";
    private static final String ADMITTED = "frontrow.queue.admitted";
    private static final String CONCERT = "concert";

    private final MeterRegistry registry;
    private final Map<ConcertId, List<Meter>> measured = new ConcurrentHashMap<>();

    RegisteredMeters(ObjectProvider<MeterRegistry> registries) {
        this.registry = registries.getIfAvailable(SimpleMeterRegistry::new);
    }

    @Override
    public void measure(Line line, Supplier<Instant> now) {
        var concert = line.concertId().toString();
        var waiting = Gauge.builder(WAITING, line, it -> it.waiting(now.get()))
                .description("How many wait in line")
                .tag(CONCERT, concert)
                .register(registry);
        var active = Gauge.builder(ACTIVE, line, it -> it.active(now.get()))
                .description("How many are let in")
                .tag(CONCERT, concert)
                .register(registry);
        var admitted = FunctionCounter.builder(ADMITTED, line, RegisteredMeters::admittedTotal)
                .description("How many were admitted, by all instances")
                .tag(CONCERT, concert)
                .register(registry);
        measured.put(line.concertId(), List.of(waiting, active, admitted));
    }

    @Override
    public void forget(ConcertId concertId) {
        var meters = measured.remove(concertId);
        if (meters != null) {
            meters.forEach(registry::remove);
        }
    }

    private static double admittedTotal(Line line) {
        var terms = line.terms();
        return terms == null ? 0 : terms.admittedTotal();
    }
}
