package dev.frontrow.concert.adapter.in.demo;

import dev.frontrow.concert.application.port.in.PublishFirstConcerts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Publishes something to play with when a service in demo mode starts without any concert: before the web server takes
 * requests, so that the first one finds it.
 */
@Component
@ConditionalOnBooleanProperty("frontrow.demo.enabled")
class DemoConcerts implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemoConcerts.class);

    private final PublishFirstConcerts firstConcerts;
    private volatile boolean running;

    DemoConcerts(PublishFirstConcerts firstConcerts) {
        this.firstConcerts = firstConcerts;
    }

    @Override
    public void start() {
        var published = firstConcerts.publish(DemoProgramme::at);
        if (!published.isEmpty()) {
            log.info("Published {} demo concerts", published.size());
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the line is followed, which comes before the web server. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 16384;
    }
}
