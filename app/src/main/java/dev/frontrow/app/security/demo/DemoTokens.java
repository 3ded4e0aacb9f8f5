package dev.frontrow.app.security.demo;

import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Issues the demo's access tokens. */
final class DemoTokens {

    static final String ISSUER = "frontrow-demo";
    static final Duration VALIDITY = Duration.ofHours(12);

    private final JwtEncoder encoder;
    private final Clock clock;

    DemoTokens(JwtEncoder encoder, Clock clock) {
        this.encoder = encoder;
        this.clock = clock;
    }

    String issue(String userId, boolean admin) {
        var issuedAt = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(userId)
                .issuedAt(issuedAt)
                .expiresAt(issuedAt.plus(VALIDITY));
        if (admin) {
            claims.claim("scope", "admin");
        }
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }
}
