package dev.frontrow.queue.adapter.out.metrics;

import dev.frontrow.queue.application.port.out.LineMeters;
import dev.frontrow.queue.domain.Line;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Measures in {@code frontrow.queue.waiting}, {@code .active} and {@code .admitted}, by concert. */
@Component
class RegisteredMeters implements LineMeters {

    private final MeterRegistry registry;

    RegisteredMeters(ObjectProvider<MeterRegistry> registries) {
        this.registry = registries.getIfAvailable(SimpleMeterRegistry::new);
    }

    @Override
    public void measure(Line line, Supplier<Instant> now) {
        var concert = line.concertId().toString();
        Gauge.builder("frontrow.queue.waiting", line, it -> it.waiting(now.get()))
                .description("How many wait in line")
                .tag("concert", concert)
                .register(registry);
        Gauge.builder("frontrow.queue.active", line, it -> it.active(now.get()))
                .description("How many are let in")
                .tag("concert", concert)
                .register(registry);
        FunctionCounter.builder("frontrow.queue.admitted", line, RegisteredMeters::admittedTotal)
                .description("How many were admitted, by all instances")
                .tag("concert", concert)
                .register(registry);
    }

    private static double admittedTotal(Line line) {
        var terms = line.terms();
        return terms == null ? 0 : terms.admittedTotal();
    }
}
