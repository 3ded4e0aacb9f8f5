package dev.frontrow.docs.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedSettingsTests {

    private final Settings settings = new Settings();

    @Test
    void areAllDescribed() {
        assertThat(new NamedSettings(Documented.REPOSITORY).notIn(settings))
                .as("Settings that code names and no property record or additional-spring-configuration-metadata.json"
                        + " describes")
                .isEmpty();
    }

    @Test
    void areMissedWhereNothingDescribesThem(@TempDir Path repository) throws IOException {
        var sources = Files.createDirectories(repository.resolve("some-module/src/main/java"));
        Files.createFile(repository.resolve("some-module/pom.xml"));
        Files.writeString(sources.resolve("Some.java"), """
                @ConditionalOnBooleanProperty("frontrow.demo.enabled")
                @ConditionalOnBooleanProperty("frontrow.no-such.condition")
                @ConditionalOnProperty(prefix = "frontrow.no-such", name = {"one", "other"}, havingValue = "on")
                @Scheduled(fixedDelayString = "${frontrow.no-such.placeholder:2s}")
                @Scheduled(fixedDelayString = "${frontrow.reservation.sweep-interval:3s}")
                """);

        assertThat(new NamedSettings(new Repository(repository)).notIn(settings))
                .satisfiesExactlyInAnyOrder(
                        missed -> assertThat(missed).contains("frontrow.no-such.placeholder"),
                        missed -> assertThat(missed).contains("sweep-interval is 3s by default, and described as 2s"),
                        missed -> assertThat(missed).contains("frontrow.no-such.condition"),
                        missed -> assertThat(missed).contains("frontrow.no-such.one"),
                        missed -> assertThat(missed).contains("frontrow.no-such.other"));
    }
}
