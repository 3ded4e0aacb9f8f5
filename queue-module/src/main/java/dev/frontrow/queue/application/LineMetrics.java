package dev.frontrow.queue.application;

import dev.frontrow.queue.domain.Line;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Measures the lines: how many wait, how many are active, how many were admitted, by concert. */
@Component
class LineMetrics implements MeterBinder {

    private final Lines lines;
    private final DatabaseClock clock;

    LineMetrics(Lines lines, DatabaseClock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        lines.observe(line -> measure(line, registry));
    }

    private void measure(Line line, MeterRegistry registry) {
        var concert = line.concertId().toString();
        Gauge.builder("frontrow.queue.waiting", line, it -> it.waiting(clock.now()))
                .description("How many wait in line")
                .tag("concert", concert)
                .register(registry);
        Gauge.builder("frontrow.queue.active", line, it -> it.active(clock.now()))
                .description("How many are let in")
                .tag("concert", concert)
                .register(registry);
        FunctionCounter.builder("frontrow.queue.admitted", line, LineMetrics::admittedTotal)
                .description("How many were admitted, by all instances")
                .tag("concert", concert)
                .register(registry);
    }

    private static double admittedTotal(Line line) {
        var terms = line.terms();
        return terms == null ? 0 : terms.admittedTotal();
    }
}
