package dev.frontrow.point.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class PointPropertiesTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void allowAMillionACharge() {
        application.run(context -> assertThat(context.getBean(PointProperties.class))
                .isEqualTo(new PointProperties(1_000_000, 100_000_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frontrow.point.max-charge=0",
                "frontrow.point.max-charge=-1",
                "frontrow.point.max-balance=0",
                "frontrow.point.max-balance=9223372036854775807"
            })
    void refuseToStartWithLimitsThatCannotBe(String setting) {
        application
                .withPropertyValues(setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(PointProperties.class)
    static class Settings {}
}
