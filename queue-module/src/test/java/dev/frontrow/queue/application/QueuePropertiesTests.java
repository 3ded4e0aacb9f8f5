package dev.frontrow.queue.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.queue.domain.LineSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class QueuePropertiesTests {

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThat(bound(Map.of()).presenceInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(bound(Map.of("frontrow.queue.abandoned-after", "500ms")).presenceInterval())
                .isEqualTo(Duration.ofMillis(100));
        for (var wrong : Map.of("active-ttl", "0s", "abandoned-after", "-1s", "signing-keys", "short")
                .entrySet()) {
            assertThatThrownBy(() -> bound(Map.of("frontrow.queue." + wrong.getKey(), wrong.getValue())))
                    .isInstanceOf(BindException.class)
                    .rootCause()
                    .hasMessageContaining("frontrow.queue." + wrong.getKey());
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new LineSettings(-1, 1, false));
    }

    private static QueueProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("frontrow.queue", QueueProperties.class);
    }
}
