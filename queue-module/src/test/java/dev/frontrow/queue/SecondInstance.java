package dev.frontrow.queue;

import dev.frontrow.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The module once more, with a memory of its own, on the same database. */
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan("dev.frontrow.queue.application")
@ComponentScan("dev.frontrow.queue.adapter.out")
@ConfigurationPropertiesScan("dev.frontrow.queue")
@Import({TestDatabase.class, Stage.class})
public class SecondInstance {

    public static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(SecondInstance.class)
                .web(WebApplicationType.NONE)
                .properties("frontrow.queue.jobs-enabled=false", "frontrow.queue.abandoned-after=1s")
                .properties("frontrow.queue.max-waiting=200")
                .properties(properties)
                .run();
    }
}
