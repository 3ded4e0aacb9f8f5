package dev.frontrow.app.security.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;

/** Issues the demo's access tokens. */
final class DemoTokens {

    static final String ISSUER = "frontrow-demo";
    static final Duration VALIDITY = Duration.ofHours(12);

    private final JWSHeader header;
    private final JWSSigner signer;
    private final Clock clock;

    DemoTokens(RSAKey key, Clock clock) throws JOSEException {
        this.header = new JWSHeader.Builder(JWSAlgorithm.RS256).build();
        this.signer = new RSASSASigner(key);
        this.clock = clock;
    }

    /** Spring's own encoder would leave out a {@code sub} of blanks, which is a user's id like any other. */
    String issue(String userId, boolean admin) {
        var issuedAt = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(userId)
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(issuedAt.plus(VALIDITY)));
        if (admin) {
            claims.claim("scope", "admin");
        }
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the demo's key signs nothing", impossible);
        }
        return token.serialize();
    }
}
