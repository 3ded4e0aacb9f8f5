package dev.frontrow.concert.adapter.in.demo;

import dev.frontrow.concert.application.port.in.PublishFirstConcerts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Publishes something to play with when a service in demo mode starts without any concert. */
@Component
@ConditionalOnBooleanProperty("frontrow.demo.enabled")
class DemoConcerts implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoConcerts.class);

    private final PublishFirstConcerts firstConcerts;

    DemoConcerts(PublishFirstConcerts firstConcerts) {
        this.firstConcerts = firstConcerts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var published = firstConcerts.publish(DemoProgramme::at);
        if (!published.isEmpty()) {
            log.info("Published {} demo concerts", published.size());
        }
    }
}
