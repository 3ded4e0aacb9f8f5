package dev.frontrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.transaction.event.TransactionalApplicationListener;
import org.springframework.transaction.event.TransactionalApplicationListener.SynchronizationCallback;

/**
 * A test of what an {@link ApplicationModuleListener} does when an event reaches it again, as it will one day, because delivery
 * is at least once. Each such listener has one; a rule of the architecture insists on it.
 *
 * <p>The test itself asserts what must not happen twice. That the same event did reach the listener twice is asserted here, so
 * a test can't claim it in vain.
 */
@Test
@ExtendWith(DeliveredTwice.Deliveries.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DeliveredTwice {

    /** The listener's id. */
    String value();

    /** Notes what reaches the listener during the test. */
    final class Deliveries implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

        private static final Set<ApplicationContext> OBSERVED = ConcurrentHashMap.newKeySet();
        private static final List<Delivery> DELIVERIES = new CopyOnWriteArrayList<>();

        private record Delivery(String listener, Object event) {}

        @Override
        public void beforeTestExecution(ExtensionContext context) {
            var application = SpringExtension.getApplicationContext(context);
            if (OBSERVED.add(application)) {
                ((AbstractApplicationContext) application)
                        .getApplicationListeners().stream()
                                .filter(TransactionalApplicationListener.class::isInstance)
                                .map(TransactionalApplicationListener.class::cast)
                                .forEach(Deliveries::observe);
            }
            DELIVERIES.clear();
        }

        private static void observe(TransactionalApplicationListener<?> listener) {
            listener.addCallback(new SynchronizationCallback() {
                @Override
                public void preProcessEvent(ApplicationEvent event) {
                    DELIVERIES.add(new Delivery(
                            listener.getListenerId(),
                            event instanceof PayloadApplicationEvent<?> payload ? payload.getPayload() : event));
                }
            });
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            if (context.getExecutionException().isPresent()) {
                return;
            }
            var id = context.getRequiredTestMethod()
                    .getAnnotation(DeliveredTwice.class)
                    .value();
            var events = DELIVERIES.stream()
                    .filter(delivery -> delivery.listener().equals(id))
                    .map(Delivery::event)
                    .toList();
            assertThat(events.stream().distinct().count())
                    .as("different events of %d that reached %s: one of them must come twice", events.size(), id)
                    .isLessThan(events.size());
        }
    }
}
