package dev.frontrow.queue.application;

import dev.frontrow.queue.application.port.in.FollowLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Has the lines followed once before the web server takes requests, so the first poll finds them known. */
@Component
class FollowingStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FollowingStart.class);

    private final FollowLines lines;
    private volatile boolean running;

    FollowingStart(FollowLines lines) {
        this.lines = lines;
    }

    @Override
    public void start() {
        running = true;
        try {
            lines.follow();
        } catch (DataAccessException | TransactionException away) {
            log.warn("The lines can't be followed yet: {}", away.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 8192;
    }
}
