package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.FrontrowApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.core.ApplicationModules;

/** The modules know one another only as they may. */
class ModuleTests {

    private final ApplicationModules modules = ApplicationModules.of(FrontrowApplication.class);

    @Test
    void knowOnlyWhomTheyMayKnowAndOnlyTheirApi() {
        modules.verify();
    }

    @Test
    void areTheSixOfTheArchitecture() {
        assertThat(modules.stream().map(module -> module.getIdentifier()))
                .containsExactlyInAnyOrder(
                        ApplicationModuleIdentifier.of("concert"),
                        ApplicationModuleIdentifier.of("queue"),
                        ApplicationModuleIdentifier.of("reservation"),
                        ApplicationModuleIdentifier.of("payment"),
                        ApplicationModuleIdentifier.of("point"),
                        ApplicationModuleIdentifier.of("app"));
    }
}
