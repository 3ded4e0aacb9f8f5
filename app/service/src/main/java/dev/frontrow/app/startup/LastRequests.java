package dev.frontrow.app.startup;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.AbstractProtocol;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets open connections come to their end before the web server stops: it takes no new ones, and closes each with its next
 * answer. Otherwise it would close idle ones without an answer, just while a proxy that has a pool of them sends a request, which
 * the proxy must not send to another instance if it changes something.
 */
@Component
class LastRequests implements SmartLifecycle {

    /** Where none was closed for so long, nobody uses those that are left; a busy proxy uses one after another. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(10);

    private volatile @Nullable AbstractProtocol<?> connections;

    @EventListener
    void on(WebServerInitializedEvent started) {
        if (started.getWebServer() instanceof TomcatWebServer server
                && server.getTomcat().getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            connections = protocol;
        }
    }

    @Override
    public void start() {}

    @Override
    public void stop() {
        var open = connections;
        connections = null;
        if (open != null) {
            open.closeServerSocketGraceful();
            awaitTheEndOf(open);
        }
    }

    private static void awaitTheEndOf(AbstractProtocol<?> connections) {
        var began = System.nanoTime();
        var closedAt = began;
        var open = connections.getConnectionCount();
        for (var now = began; open > 0 && now - closedAt < QUIET.toNanos() && now - began < PATIENCE.toNanos(); ) {
            LockSupport.parkNanos(LOOKS_EVERY.toNanos());
            now = System.nanoTime();
            var left = connections.getConnectionCount();
            closedAt = left < open ? now : closedAt;
            open = left;
        }
    }

    @Override
    public boolean isRunning() {
        return connections != null;
    }

    /** Before the web server waits for the requests that it has begun. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
