package dev.frontrow.queue.adapter.out.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.Line;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class RegisteredMetersTests {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final RegisteredMeters meters = new RegisteredMeters(
            new StaticListableBeanFactory(Map.of("registry", registry)).getBeanProvider(MeterRegistry.class));

    @Test
    void forgetAllOfALineAndOfNoOther() {
        var line = new Line(new ConcertId(UUID.randomUUID()));
        var other = new Line(new ConcertId(UUID.randomUUID()));
        meters.measure(line, () -> Instant.EPOCH);
        meters.measure(other, () -> Instant.EPOCH);
        assertThat(registry.getMeters()).hasSize(6);

        meters.forget(line.concertId());

        assertThat(registry.getMeters())
                .hasSize(3)
                .extracting(Meter::getId)
                .allMatch(id -> other.concertId().toString().equals(id.getTag("concert")));
    }
}
