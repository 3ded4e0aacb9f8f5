package dev.frontrow.queue;

import dev.frontrow.queue.application.QueueProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The module once more, with a memory of its own, on the same database: all but its web, which is the first one's. */
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true)
@EnableConfigurationProperties(QueueProperties.class)
@ComponentScan("dev.frontrow.queue.application")
@ComponentScan("dev.frontrow.queue.adapter.in.schedule")
@ComponentScan("dev.frontrow.queue.adapter.out")
@ComponentScan("dev.frontrow.edge.lane")
public class SecondInstance {

    /**
     * Starts it beside the first one, whose connections it uses, so that a start costs little.
     *
     * @param properties in which it differs from the first one
     */
    public static ConfigurableApplicationContext start(ApplicationContext first, String... properties) {
        var second = new AnnotationConfigApplicationContext();
        second.setParent(first);
        TestPropertyValues.of(properties).applyTo(second);
        second.register(SecondInstance.class);
        second.refresh();
        return second;
    }
}
