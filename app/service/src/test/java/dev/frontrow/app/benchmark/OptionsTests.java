package dev.frontrow.app.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OptionsTests {

    @Test
    void areAllRowsUnlessSomeAreNamed() {
        assertThat(Options.of("rows=").rows()).contains("1", "13").doesNotContain(Rows.RUSH, Rows.GROWTH, Rows.REFUNDS);
        assertThat(Options.of("rows=6,4, rush").rows()).containsExactly("6", "4", "rush");
    }

    @Test
    void takeAnEmptyValueForNone() {
        assertThat(Options.of("seconds=", "javaOptions=").seconds()).isEqualTo(Duration.ofSeconds(10));
        assertThat(Options.of("seconds=3").seconds()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void handOnWhatIsForTheService() {
        var options = Options.of("javaOptions=-Xmx512m -XX:+UseSerialGC", "arguments=server.shutdown=immediate");

        assertThat(options.javaOptions()).containsExactly("-Xmx512m", "-XX:+UseSerialGC");
        assertThat(options.arguments()).containsExactly("server.shutdown=immediate");
    }
}
