package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What the service does whenever it starts. */
@WholeService
class StartTests {

    private final ApplicationContext service;

    StartTests(ApplicationContext service) {
        this.service = service;
    }

    @Test
    void hasItsModulesVerified() {
        assertThat(service.getBean("applicationModuleVerifier")).isNotNull();
    }
}
