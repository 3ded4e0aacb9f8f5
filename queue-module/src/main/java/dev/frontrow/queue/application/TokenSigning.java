package dev.frontrow.queue.application;

import dev.frontrow.queue.application.port.out.SigningKeys;
import dev.frontrow.queue.domain.TokenSigner;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the keys that tokens are signed with: those configured, or else one that the instances share. */
@Configuration(proxyBeanMethods = false)
class TokenSigning {

    @Bean
    TokenSigner tokenSigner(QueueProperties properties, SigningKeys keys) {
        if (!properties.signingKeys().isEmpty()) {
            return new TokenSigner(properties.signingKeys().stream()
                    .map(key -> key.getBytes(StandardCharsets.UTF_8))
                    .toList());
        }
        var candidate = new byte[TokenSigner.KEY_BYTES_MIN];
        new SecureRandom().nextBytes(candidate);
        return new TokenSigner(List.of(keys.sharedOr(candidate)));
    }
}
