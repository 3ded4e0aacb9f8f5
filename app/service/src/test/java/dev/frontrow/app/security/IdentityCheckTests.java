package dev.frontrow.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.FrontrowApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class IdentityCheckTests {

    private static final String ISSUER =
            "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://id.example.com/realm";
    private static final String KEYS = "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=https://id.example.com/k";

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(IdentityCheck.class);

    @Test
    void startsWithExactlyOneSourceOfIdentities() {
        runner.withPropertyValues("frontrow.demo.enabled=true")
                .run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues(ISSUER).run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues("frontrow.demo.enabled=false", KEYS)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void refusesToStartWithNeither() {
        runner.run(context -> assertThat(context).getFailure().isInstanceOf(IdentityUnclear.NoIdentityProvider.class));
        runner.withPropertyValues("spring.security.oauth2.resourceserver.jwt.issuer-uri=")
                .run(context ->
                        assertThat(context).getFailure().isInstanceOf(IdentityUnclear.NoIdentityProvider.class));
    }

    @Test
    void refusesToStartWithBoth() {
        runner.withPropertyValues("frontrow.demo.enabled=true", ISSUER)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(IdentityUnclear.IdentityProviderInDemoMode.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "principal-claim-name=email",
                "authorities-claim-name=roles",
                "authorities-claim-expressions[0]=claims['roles']",
                "authorities-claim-delimiter=;",
                "authority-prefix=ROLE_"
            })
    void refusesToStartWithOtherClaimsThanTheContracts(String setting) {
        runner.withPropertyValues(ISSUER, "spring.security.oauth2.resourceserver.jwt." + setting)
                .run(context ->
                        assertThat(context).getFailure().isInstanceOf(IdentityUnclear.ClaimsOfOtherNames.class));
    }

    @Test
    void saysWhatToSet(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        FrontrowApplication.class, "--frontrow.demo.enabled=false", "--server.port=0"))
                .isInstanceOf(IdentityUnclear.NoIdentityProvider.class);

        assertThat(output)
                .contains("spring.security.oauth2.resourceserver.jwt.issuer-uri", "frontrow.demo.enabled=true")
                .doesNotContain("\tat ");
    }
}
