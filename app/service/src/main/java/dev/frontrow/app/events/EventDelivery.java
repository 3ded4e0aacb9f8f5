package dev.frontrow.app.events;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/** Has listeners after the commit run on {@link DeliveryThreads}, by the names under which Spring looks for an executor. */
@Configuration(proxyBeanMethods = false)
class EventDelivery {

    private static final Logger log = LoggerFactory.getLogger(EventDelivery.class);

    @Bean(name = {"applicationTaskExecutor", "taskExecutor"})
    DeliveryThreads deliveryThreads(EventProperties properties) {
        return new DeliveryThreads(properties.deliveriesMax());
    }

    /** Modulith says in a line that a listener fails; while the database is away, thousands of them do. */
    @Bean
    static AsyncConfigurer failuresInALine() {
        return new AsyncConfigurer() {
            @Override
            public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
                return (failure, listener, event) -> log.debug("{} fails", listener, failure);
            }
        };
    }
}
