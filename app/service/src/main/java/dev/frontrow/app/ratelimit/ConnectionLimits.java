package dev.frontrow.app.ratelimit;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Bounds the connections of each address but this machine's own and the trusted proxies', which are everybody's, and what each
 * connection keeps on the heap.
 */
@Component
class ConnectionLimits implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Logger log = LoggerFactory.getLogger(ConnectionLimits.class);

    // Each connection has both on the heap, those that are idle too. The web server would take 8 KiB for each.
    private static final String READ_BUFFER_BYTES = Integer.toString(2 * 1024);
    private static final String WRITE_BUFFER_BYTES = Integer.toString(4 * 1024);

    private final RateLimitProperties properties;
    private final TrustedProxies proxies;

    ConnectionLimits(RateLimitProperties properties, TrustedProxies proxies) {
        this.properties = properties;
        this.proxies = proxies;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(SharedConnections.class.getName());
        factory.addConnectorCustomizers(connector -> {
            var connections = (SharedConnections) connector.getProtocolHandler();
            connections.admit(this::admits);
            // With fewer, what is made for a request and costs 67 KB is thrown away after it, as soon as many come at
            // once.
            connections.setProcessorCache(ConcurrentRequests.max());
            connector.setProperty("socket.appReadBufSize", READ_BUFFER_BYTES);
            connector.setProperty("socket.appWriteBufSize", WRITE_BUFFER_BYTES);
        });
    }

    private boolean admits(InetAddress address, int open) {
        boolean admitted = !properties.enabled()
                || open <= properties.addressConnections()
                || address.isLoopbackAddress()
                || proxies.include(address);
        if (!admitted) {
            log.debug("{} has all the connections that an address may have", address.getHostAddress());
        }
        return admitted;
    }
}
