package dev.frontrow.app.startup;

import dev.frontrow.app.embeddedpostgres.NoDatabaseNamed;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Defaults that depend on where the data is: demo mode is on with the embedded database and off with a named one, and a
 * service in demo mode listens on the loopback address alone. Whatever anybody sets takes precedence.
 */
class DatabaseDefaults implements EnvironmentPostProcessor, Ordered {

    private static final String DEMO = "frontrow.demo.enabled";
    private static final String ADDRESS = "server.address";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var embedded = NoDatabaseNamed.in(environment);
        var sources = environment.getPropertySources();
        sources.addLast(new MapPropertySource("frontrowDemoDefaults", Map.of(DEMO, Boolean.toString(embedded))));
        if (environment.getProperty(DEMO, Boolean.class, embedded)) {
            sources.addLast(new MapPropertySource("frontrowAddressDefaults", Map.of(ADDRESS, "127.0.0.1")));
        }
    }

    /** Last, when the configuration files and everything else have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
