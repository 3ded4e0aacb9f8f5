package dev.frontrow.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies access tokens and remembers those that are valid, as a user sends the same one again and again, and verifying it
 * costs more than most operations.
 *
 * <p>A token is remembered by its whole text, its signature included, so no other is taken for it. Its times are looked at
 * whenever it is recalled, as they are when it is verified. What was refused is not remembered, and neither is a token that is
 * bound to the connection it comes over. Safe for any number of threads.
 */
final class RememberedBearers {

    /** On top of the five minutes that a decoder remembers the provider's keys, a key that was withdrawn opens for so long. */
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

    /** Of all texts together: some 10,000 tokens, which take up to 30 MB with what they say. */
    private static final long CHARS_MAX = 8_000_000;

    static final String SCHEME = "Bearer ";
    private static final String BOUND_TO = "cnf";

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> times;
    private final Cache<String, Jwt> valid;

    /**
     * @param decoder verifies a token that is not remembered
     * @param times whether a token's time has come and is not over
     * @param ticker tells when to forget
     */
    RememberedBearers(JwtDecoder decoder, OAuth2TokenValidator<Jwt> times, Ticker ticker) {
        this.decoder = decoder;
        this.times = times;
        this.valid = Caffeine.newBuilder()
                .maximumWeight(CHARS_MAX)
                .weigher((String text, Jwt _) -> text.length())
                .expireAfterWrite(REMEMBERED_FOR)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** What a token says, once it is verified; throws as the decoder does unless it is valid. */
    Jwt verify(String text) {
        var remembered = find(text);
        if (remembered != null) {
            return remembered;
        }
        var verified = decoder.decode(text);
        if (!verified.hasClaim(BOUND_TO)) {
            valid.put(text, verified);
        }
        return verified;
    }

    /** What the header {@code Authorization} carries, if it is a token that is remembered and still valid. */
    @Nullable
    Jwt recall(String authorization) {
        return authorization.startsWith(SCHEME) ? find(authorization.substring(SCHEME.length())) : null;
    }

    private @Nullable Jwt find(String text) {
        var remembered = valid.getIfPresent(text);
        return remembered == null || times.validate(remembered).hasErrors() ? null : remembered;
    }
}
