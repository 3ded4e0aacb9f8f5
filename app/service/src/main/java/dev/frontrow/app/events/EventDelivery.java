package dev.frontrow.app.events;

import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The threads that run listeners after the commit.
 *
 * <p>Submitting never blocks and never fails: the payer submits in its after-commit phase, still holding its connection,
 * so an executor that made it wait would stall every payment. What does not fit is dropped here and stays in the event
 * publication registry, from where {@link EventResubmission} delivers it.
 */
@Configuration(proxyBeanMethods = false)
class EventDelivery {

    @Bean(name = {"applicationTaskExecutor", "taskExecutor"})
    ThreadPoolTaskExecutor eventExecutor(EventProperties properties) {
        var executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("event-");
        executor.setCorePoolSize(properties.deliveryThreads());
        executor.setMaxPoolSize(properties.deliveryThreads());
        executor.setQueueCapacity(properties.deliveryQueue());
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(5);
        return executor;
    }
}
