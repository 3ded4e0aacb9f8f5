package dev.frontrow.queue.application;

import static java.util.stream.Collectors.toCollection;

import dev.frontrow.queue.application.port.out.SigningKeys;
import dev.frontrow.queue.domain.TokenSigner;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Finds the keys that tokens are signed with and verified by: those configured, and the one that was generated and is shared by
 * the instances, which signs where none is configured or where it is named first.
 */
@Configuration(proxyBeanMethods = false)
class TokenSigning {

    @Bean
    TokenSigner tokenSigner(QueueProperties properties, SigningKeys keys) {
        var named =
                properties.signingKeys().isEmpty() ? List.of(QueueProperties.GENERATED_KEY) : properties.signingKeys();
        var found = named.stream()
                .map(key -> key.equals(QueueProperties.GENERATED_KEY)
                        ? keys.sharedOr(candidate())
                        : key.getBytes(StandardCharsets.UTF_8))
                .collect(toCollection(ArrayList::new));
        if (!named.contains(QueueProperties.GENERATED_KEY)) {
            keys.shared().ifPresent(found::add);
        }
        return new TokenSigner(found);
    }

    private static byte[] candidate() {
        var candidate = new byte[TokenSigner.KEY_BYTES_MIN];
        new SecureRandom().nextBytes(candidate);
        return candidate;
    }
}
