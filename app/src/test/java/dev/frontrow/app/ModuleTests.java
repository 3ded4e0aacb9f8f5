package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.frontrow.FrontrowApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules know one another only as they may, by Spring Modulith's measure. */
class ModuleTests {

    private final ApplicationModules modules = ApplicationModules.of(FrontrowApplication.class);

    @Test
    void knowOnlyWhomTheyMayKnowAndOnlyTheirApi() {
        assertThatCode(modules::verify).as("""
                        Modules use only the API of those they declare, because the rest of a module is free to change \
                        (read on in docs/generated/rules.md#between-modules)""").doesNotThrowAnyException();
    }

    @Test
    void areTheOnesThatMavenBuilds() throws IOException {
        try (var folders = Files.list(Path.of(".."))) {
            var built = folders.map(folder -> folder.getFileName().toString())
                    .filter(folder -> folder.equals("app") || folder.endsWith("-module"))
                    .map(folder -> folder.replace("-module", ""));

            assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                    .containsExactlyInAnyOrderElementsOf(built.toList());
        }
    }
}
