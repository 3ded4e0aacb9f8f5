package dev.frontrow.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class ReadyAnnouncementTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void saysWhereTheServiceIsAndHowToLogInInDemoMode(CapturedOutput output) {
        environment.setProperty("local.server.port", "4711");
        environment.setProperty("frontrow.demo.enabled", "true");
        environment.setProperty("server.address", "127.0.0.1");

        announce();

        assertThat(output)
                .contains("http://localhost:4711/\n")
                .contains("http://localhost:4711/swagger-ui.html")
                .contains("http://localhost:4711/api/v1/concerts")
                .contains("http://localhost:4711/api/v1/demo/login")
                .contains(".frontrow");
    }

    @Test
    void saysNothingOfTheDemoElsewhere(CapturedOutput output) {
        environment.setProperty("local.server.port", "4711");
        environment.setProperty("frontrow.demo.enabled", "false");

        announce();

        assertThat(output).contains("http://localhost:4711/actuator/health").doesNotContain("demo/login");
    }

    @Test
    void isSilentWithoutAServer(CapturedOutput output) {
        announce();

        assertThat(output).doesNotContain("ready");
    }

    private void announce() {
        new ReadyAnnouncement(environment, new StaticListableBeanFactory().getBeanProvider(JdbcConnectionDetails.class))
                .announce();
    }
}
