package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.frontrow.FrontrowApplication;
import dev.frontrow.architecture.Project;
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
    void areTheOnesThatMavenBuilds() {
        var built = Project.artifacts(Project.root()).stream()
                .map(folder -> folder.getFileName().toString())
                .filter(folder -> folder.matches("service|edge|.*-module"))
                .map(folder -> folder.equals("service") ? "app" : folder.replace("-module", ""));

        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrderElementsOf(built.toList());
    }
}
