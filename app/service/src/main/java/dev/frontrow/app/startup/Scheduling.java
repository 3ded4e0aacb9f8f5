package dev.frontrow.app.startup;

import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Background jobs run on a pool of their own. With virtual threads on, Spring Boot would give all jobs with a fixed delay one
 * single thread, and a long sweep would hold up the waiting line.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {

    /** As many threads as {@code spring.task.scheduling.pool.size} says. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
        return builder.configure(new RepeatedJobs());
    }
}
