package dev.frontrow.app.ratelimit;

import java.net.InetAddress;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.catalina.util.NetMaskSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The proxies whose headers are believed, as the web server reads the settings: networks, or a pattern of addresses. */
@Component
class TrustedProxies {

    private final Predicate<InetAddress> trusted;

    TrustedProxies(TomcatServerProperties tomcat, Environment environment) {
        var remoteip = tomcat.getRemoteip();
        this.trusted = areBelieved(remoteip, environment)
                ? in(remoteip.getInternalProxies()).or(in(remoteip.getTrustedProxies()))
                : _ -> false;
    }

    boolean include(InetAddress address) {
        return trusted.test(address);
    }

    /** As Spring Boot decides it: some platforms have a proxy in front that nobody needs to speak of. */
    private static boolean areBelieved(TomcatServerProperties.Remoteip remoteip, Environment environment) {
        if (StringUtils.hasText(remoteip.getRemoteIpHeader()) || StringUtils.hasText(remoteip.getProtocolHeader())) {
            return true;
        }
        var strategy = environment.getProperty("server.forward-headers-strategy");
        var platform = CloudPlatform.getActive(environment);
        return strategy == null
                ? platform != null && platform.isUsingForwardHeaders()
                : strategy.equalsIgnoreCase("native");
    }

    private static Predicate<InetAddress> in(@Nullable String proxies) {
        if (!StringUtils.hasText(proxies)) {
            return _ -> false;
        }
        if (proxies.indexOf('/') > 0) {
            return NetMaskSet.parse(proxies)::contains;
        }
        var pattern = Pattern.compile(proxies);
        return address -> pattern.matcher(address.getHostAddress()).matches();
    }
}
