package dev.frontrow.queue.application;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as they are read at the start. */
public final class BoundSettings {

    private BoundSettings() {}

    /** Those of somebody who sets nothing. */
    public static QueueProperties usual() {
        return of(Map.of());
    }

    public static QueueProperties of(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("frontrow.queue", QueueProperties.class);
    }
}
