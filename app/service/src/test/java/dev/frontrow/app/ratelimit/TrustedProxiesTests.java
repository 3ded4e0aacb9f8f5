package dev.frontrow.app.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.mock.env.MockEnvironment;

class TrustedProxiesTests {

    private static final InetAddress PROXY = InetAddress.ofLiteral("10.0.0.7");
    private static final InetAddress OTHER = InetAddress.ofLiteral("10.0.0.8");
    private static final InetAddress OUTER = InetAddress.ofLiteral("203.0.113.7");

    private final TomcatServerProperties tomcat = new TomcatServerProperties();
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void areNobodyWhereNoneIsNamed() {
        assertThat(proxies().include(PROXY)).isFalse();

        environment.setProperty("server.forward-headers-strategy", "none");
        assertThat(proxies().include(PROXY)).isFalse();
    }

    @Test
    void areThoseOfPrivateNetworksUnlessTheyAreNamed() {
        environment.setProperty("server.forward-headers-strategy", "native");

        assertThat(proxies().include(PROXY)).isTrue();
        assertThat(proxies().include(OUTER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7/32", "192.0.2.0/24, 10.0.0.7/32", "10\\.0\\.0\\.7"})
    void areNetworksOrAPatternOfAddresses(String named) {
        environment.setProperty("server.forward-headers-strategy", "NATIVE");
        tomcat.getRemoteip().setInternalProxies(named);

        assertThat(proxies().include(PROXY)).isTrue();
        assertThat(proxies().include(OTHER)).isFalse();

        tomcat.getRemoteip().setTrustedProxies("10.0.0.8/32");
        assertThat(proxies().include(OTHER)).isTrue();
    }

    @Test
    void areBelievedWhereThePlatformHasSome() {
        environment.setProperty("spring.main.cloud-platform", "kubernetes");
        assertThat(proxies().include(PROXY)).isTrue();

        environment.setProperty("server.forward-headers-strategy", "none");
        assertThat(proxies().include(PROXY)).isFalse();
    }

    @Test
    void areBelievedWhereTheirHeaderIsNamed() {
        tomcat.getRemoteip().setRemoteIpHeader("X-Real-IP");

        assertThat(proxies().include(PROXY)).isTrue();
    }

    private TrustedProxies proxies() {
        return new TrustedProxies(tomcat, environment);
    }
}
