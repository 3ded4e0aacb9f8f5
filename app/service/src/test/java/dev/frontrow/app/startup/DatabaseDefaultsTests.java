package dev.frontrow.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DatabaseDefaultsTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void turnsDemoModeOnForTheEmbeddedDatabaseAndStaysOnThisMachine() {
        complete();

        assertThat(environment.getProperty("frontrow.demo.enabled")).isEqualTo("true");
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void takesABlankUrlForNone() {
        environment.setProperty("spring.datasource.url", "");

        complete();

        assertThat(environment.getProperty("frontrow.demo.enabled")).isEqualTo("true");
    }

    @Test
    void turnsDemoModeOffForANamedDatabase() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/frontrow");

        complete();

        assertThat(environment.getProperty("frontrow.demo.enabled")).isEqualTo("false");
        assertThat(environment.getProperty("server.address")).isNull();
    }

    @Test
    void staysOnThisMachineInDemoModeOnANamedDatabaseToo() {
        environment.setProperty("spring.datasource.jndi-name", "java:comp/env/jdbc/frontrow");
        environment.setProperty("frontrow.demo.enabled", "true");

        complete();

        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void leavesWhatSomebodyHasSet() {
        environment.setProperty("frontrow.demo.enabled", "true");
        environment.setProperty("server.address", "0.0.0.0");

        complete();

        assertThat(environment.getProperty("server.address")).isEqualTo("0.0.0.0");
    }

    @Test
    void leavesTheAddressAloneWithoutDemoMode() {
        environment.setProperty("frontrow.demo.enabled", "false");

        complete();

        assertThat(environment.getProperty("server.address")).isNull();
    }

    private void complete() {
        new DatabaseDefaults().postProcessEnvironment(environment, new SpringApplication());
    }
}
