package dev.frontrow.app.security;

import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Refuses to start without exactly one source of identities that is read in one way, before anything else is started. */
@Configuration(proxyBeanMethods = false)
class IdentityCheck {

    private static final String PROVIDER = "spring.security.oauth2.resourceserver.jwt.";

    /** With which a bearer would be somebody else than the contract says. */
    private static final List<String> OTHER_CLAIMS = List.of(
            "principal-claim-name",
            "authorities-claim-name",
            "authorities-claim-expressions",
            "authorities-claim-expressions[0]",
            "authorities-claim-delimiter",
            "authority-prefix");

    private static final Logger log = LoggerFactory.getLogger(IdentityCheck.class);

    @Bean
    static BeanFactoryPostProcessor identityIsClear(Environment environment) {
        return _ -> check(environment);
    }

    private static void check(Environment environment) {
        boolean demo = environment.getProperty("frontrow.demo.enabled", Boolean.class, false);
        boolean provider = Stream.of("issuer-uri", "jwk-set-uri", "public-key-location")
                .anyMatch(name -> StringUtils.hasText(environment.getProperty(PROVIDER + name)));
        if (demo && provider) {
            throw new IdentityUnclear.IdentityProviderInDemoMode();
        }
        if (!demo && !provider) {
            throw new IdentityUnclear.NoIdentityProvider();
        }
        for (var claim : OTHER_CLAIMS) {
            if (environment.containsProperty(PROVIDER + claim)) {
                throw new IdentityUnclear.ClaimsOfOtherNames(PROVIDER + claim);
            }
        }
        if (provider && !hasAudiences(environment)) {
            log.warn("{}audiences is not set: the provider's tokens for other services open this one too", PROVIDER);
        }
    }

    private static boolean hasAudiences(Environment environment) {
        return environment.containsProperty(PROVIDER + "audiences")
                || environment.containsProperty(PROVIDER + "audiences[0]");
    }
}
