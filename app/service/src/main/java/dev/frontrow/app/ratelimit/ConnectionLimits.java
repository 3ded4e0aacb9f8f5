package dev.frontrow.app.ratelimit;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Bounds the connections of each address but this machine's own and the trusted proxies', which are everybody's. */
@Component
class ConnectionLimits implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Logger log = LoggerFactory.getLogger(ConnectionLimits.class);

    private final RateLimitProperties properties;
    private final TrustedProxies proxies;

    ConnectionLimits(RateLimitProperties properties, TrustedProxies proxies) {
        this.properties = properties;
        this.proxies = proxies;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(SharedConnections.class.getName());
        factory.addConnectorCustomizers(
                connector -> ((SharedConnections) connector.getProtocolHandler()).admit(this::admits));
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
