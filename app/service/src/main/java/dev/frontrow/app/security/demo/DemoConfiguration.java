package dev.frontrow.app.security.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** In demo mode the service is its own identity provider. Otherwise nothing of this exists, and its keys open nothing. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("frontrow.demo.enabled")
class DemoConfiguration {

    @Bean
    RSAKey demoSigningKey(JdbcClient jdbc) {
        return new DemoSigningKeys(jdbc).obtain();
    }

    @Bean
    DemoTokens demoTokens(RSAKey demoSigningKey) throws JOSEException {
        return new DemoTokens(demoSigningKey, Clock.systemUTC());
    }

    @Bean
    JwtDecoder demoJwtDecoder(RSAKey demoSigningKey, ObjectProvider<OAuth2TokenValidator<Jwt>> validators)
            throws JOSEException {
        var decoder = NimbusJwtDecoder.withPublicKey(demoSigningKey.toRSAPublicKey())
                .signatureAlgorithm(SignatureAlgorithm.RS256)
                .build();
        var all = new ArrayList<OAuth2TokenValidator<Jwt>>(List.of(new JwtIssuerValidator(DemoTokens.ISSUER)));
        validators.orderedStream().forEach(all::add);
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(all));
        return decoder;
    }
}
