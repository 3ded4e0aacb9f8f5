package dev.frontrow.payment.adapter.out.metrics;

import dev.frontrow.payment.application.port.out.PaymentCounts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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
    public void completed() {
        countOnceCommitted(completed);
    }

    @Override
    public void refunded() {
        countOnceCommitted(refunded);
    }

    private static void countOnceCommitted(Counter counter) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                counter.increment();
            }
        });
    }
}
