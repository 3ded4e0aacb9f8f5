package dev.frontrow.app.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import dev.frontrow.app.StrangersKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** An identity provider that shows one key, and counts who asks for it. */
final class IdentityProvider implements AutoCloseable {

    private final RSAKey key = StrangersKey.newKey();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;

    private IdentityProvider(HttpServer server) {
        this.server = server;
    }

    static IdentityProvider start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var provider = new IdentityProvider(server);
            server.createContext("/keys", exchange -> {
                var body = new JWKSet(provider.key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                provider.asked.incrementAndGet();
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return provider;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    RSAKey key() {
        return key;
    }

    String keysUri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    static String token(RSAKey key, String subject, String audience, String scope) throws JOSEException {
        var now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .subject(subject)
                .audience(List.of(audience))
                .issuedAt(now)
                .expiresAt(now.plusSeconds(600))
                .claim("scope", scope)
                .build();
        return NimbusJwtEncoder.withKeyPair(key.toRSAPublicKey(), key.toRSAPrivateKey())
                .jwkPostProcessor(jwk -> jwk.keyID(key.getKeyID()))
                .build()
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();
    }
}
