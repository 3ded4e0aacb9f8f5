package dev.frontrow.app.startup;

import dev.frontrow.app.ratelimit.SharedConnections;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets open connections come to their end before the web server stops: it takes no new ones, and closes each with its next
 * answer. Otherwise it would close idle ones without an answer, just while a proxy that has a pool of them sends a request, which
 * the proxy must not send to another instance if it changes something.
 */
@Component
class LastRequests {

    /** Where none was closed for so long, nobody uses those that are left; a busy proxy uses one after another. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(10);

    private final ApplicationContext context;
    private volatile @Nullable SharedConnections connections;

    LastRequests(ApplicationContext context) {
        this.context = context;
    }

    @EventListener
    void on(WebServerInitializedEvent started) {
        if (started.getApplicationContext() == context
                && started.getWebServer() instanceof TomcatWebServer server
                && server.getTomcat().getConnector().getProtocolHandler() instanceof SharedConnections protocol) {
            connections = protocol;
        }
    }

    /** Before anything stops; a web server that is only paused, to start again, is left alone. */
    @EventListener
    void on(ContextClosedEvent closed) {
        var open = connections;
        if (open != null && closed.getApplicationContext() == context) {
            connections = null;
            open.closeServerSocketGraceful();
            awaitTheEndOf(open);
        }
    }

    private static void awaitTheEndOf(SharedConnections connections) {
        var began = System.nanoTime();
        var closedAt = began;
        var open = connections.openConnections();
        var now = began;
        while (open > 0 && now - closedAt < QUIET.toNanos() && now - began < PATIENCE.toNanos()) {
            LockSupport.parkNanos(LOOKS_EVERY.toNanos());
            now = System.nanoTime();
            var left = connections.openConnections();
            closedAt = left < open ? now : closedAt;
            open = left;
        }
    }
}
