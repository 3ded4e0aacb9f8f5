package dev.frontrow.payment.adapter.out.metrics;

import dev.frontrow.edge.AfterCommit;
import dev.frontrow.payment.application.port.out.PaymentCounts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts by {@code frontrow.payment.completed} and {@code frontrow.payment.refunded}, after the commit. */
@Component
class MeteredPaymentCounts implements PaymentCounts {

    private final Counter completed;
    private final Counter refunded;

    MeteredPaymentCounts(ObjectProvider<MeterRegistry> registries) {
        var registry = registries.getIfUnique(SimpleMeterRegistry::new);
        completed = Counter.builder("frontrow.payment.completed")
                .description("Payments that were paid")
                .register(registry);
        refunded = Counter.builder("frontrow.payment.refunded")
                .description("Payments that were given back in points")
                .register(registry);
    }

    @Override
    public void completed(int payments) {
        AfterCommit.run(() -> completed.increment(payments));
    }

    @Override
    public void refunded() {
        AfterCommit.run(refunded::increment);
    }
}
