package dev.frontrow.queue.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.queue.domain.LineSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;

class QueuePropertiesTests {

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThat(BoundSettings.of(Map.of()).presenceInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(BoundSettings.of(Map.of("frontrow.queue.abandoned-after", "500ms"))
                        .presenceInterval())
                .isEqualTo(Duration.ofMillis(100));
        for (var wrong : Map.of("active-ttl", "0s", "abandoned-after", "-1s", "signing-keys", "short")
                .entrySet()) {
            assertThatThrownBy(() -> BoundSettings.of(Map.of("frontrow.queue." + wrong.getKey(), wrong.getValue())))
                    .isInstanceOf(BindException.class)
                    .rootCause()
                    .hasMessageContaining("frontrow.queue." + wrong.getKey());
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new LineSettings(-1, 1, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "active-ttl",
                "no-show-after",
                "abandoned-after",
                "admission-interval",
                "follow-interval",
                "reconcile-interval",
                "sweep-interval",
                "ended-retention",
                "closed-retention",
                "join-timeout"
            })
    void refusesTimesThatAreNoneOrLongerThanAYear(String name) {
        var setting = "frontrow.queue." + name;
        for (var wrong : List.of("0s", "366d")) {
            assertThatThrownBy(() -> BoundSettings.of(Map.of(setting, wrong)))
                    .rootCause()
                    .hasMessageContaining(setting);
        }
        assertThatNoException().isThrownBy(() -> BoundSettings.of(Map.of(setting, "1ms")));
        assertThatNoException().isThrownBy(() -> BoundSettings.of(Map.of(setting, "365d")));
    }
}
