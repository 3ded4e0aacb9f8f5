package dev.frontrow.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.FrontrowApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProxyCheckTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(ProxyCheck.class);

    @Test
    void startsWhereTrustedProxiesAloneAreBelieved() {
        runner.run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues("server.forward-headers-strategy=native")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void refusesToStartWhereAnybodyIsBelieved(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        FrontrowApplication.class,
                        "--frontrow.demo.enabled=true",
                        "--server.forward-headers-strategy=FRAMEWORK",
                        "--server.port=0"))
                .isInstanceOf(AnybodysHeadersBelieved.class);

        assertThat(output)
                .contains("server.forward-headers-strategy=native", "server.tomcat.remoteip.internal-proxies")
                .doesNotContain("\tat ");
    }
}
