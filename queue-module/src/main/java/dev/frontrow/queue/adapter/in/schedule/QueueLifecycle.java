package dev.frontrow.queue.adapter.in.schedule;

import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.port.in.RecordPresence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What the line does when an instance starts and stops: before the web server takes requests, and after it has answered the
 * last.
 *
 * <p>The lines are followed once, so that the first poll finds them known. The other instances are told that this one is there,
 * and that it stops.
 */
@Component
class QueueLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(QueueLifecycle.class);

    private final FollowLines lines;
    private final RecordPresence presence;
    private volatile boolean running;

    QueueLifecycle(FollowLines lines, RecordPresence presence) {
        this.lines = lines;
        this.presence = presence;
    }

    @Override
    public void start() {
        running = true;
        withoutDatabaseToo("The lines can't be followed yet", lines::follow);
        withoutDatabaseToo("The other instances are not told yet that this one is there", presence::arrive);
    }

    @Override
    public void stop() {
        running = false;
        withoutDatabaseToo("The other instances are not told that this one stops", presence::leave);
    }

    private static void withoutDatabaseToo(String otherwise, Runnable action) {
        try {
            action.run();
        } catch (DataAccessException | TransactionException away) {
            log.warn("{}: {}", otherwise, away.getClass().getSimpleName());
        }
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
