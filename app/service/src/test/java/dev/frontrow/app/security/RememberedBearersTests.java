package dev.frontrow.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

class RememberedBearersTests {

    private static final Instant NOW = Instant.parse("2026-12-24T10:00:00Z");
    private static final Instant EXPIRES = NOW.plusSeconds(100);

    /** How far a decoder lets clocks differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final JwtTimestampValidator times = new JwtTimestampValidator();
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> decoded = new ArrayList<>();
    private final RememberedBearers bearers = new RememberedBearers(this::decode, times, nanos::get);

    RememberedBearersTests() {
        itIs(NOW);
    }

    @Test
    void verifiesATokenOnce() {
        var first = bearers.verify("a.b.c");

        assertThat(bearers.verify("a.b.c")).isSameAs(first);
        assertThat(bearers.recall("Bearer a.b.c")).isSameAs(first);
        assertThat(decoded).containsExactly("a.b.c");
    }

    @Test
    void takesNoOtherTokenForOneThatItKnows() {
        bearers.verify("a.b.c");

        assertThat(bearers.recall("Bearer a.b.d")).isNull();
        assertThat(bearers.recall("Bearer a.b.c ")).isNull();
        assertThat(bearers.recall("Bearer a.b")).isNull();
        assertThat(bearers.recall("Bearer")).isNull();
        assertThat(bearers.recall("Basic a.b.c")).isNull();
        assertThat(bearers.recall("a.b.c")).isNull();
        assertThatThrownBy(() -> bearers.verify("a.b.forged")).isInstanceOf(BadJwtException.class);
        assertThat(decoded).containsExactly("a.b.c", "a.b.forged");
    }

    @Test
    void remembersNothingThatWasRefused() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> bearers.verify("forged")).isInstanceOf(BadJwtException.class);
        }

        assertThat(bearers.recall("Bearer forged")).isNull();
        assertThat(decoded).containsExactly("forged", "forged");
    }

    @Test
    void refusesATokenTheInstantItExpires() {
        bearers.verify("a.b.c");

        itIs(EXPIRES.plus(SKEW));
        assertThat(bearers.recall("Bearer a.b.c")).isNotNull();

        itIs(EXPIRES.plus(SKEW).plusMillis(1));
        assertThat(bearers.recall("Bearer a.b.c")).isNull();
        assertThatThrownBy(() -> bearers.verify("a.b.c")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void remembersNoTokenThatIsBoundToItsConnection() {
        bearers.verify("bound");
        bearers.verify("bound");

        assertThat(bearers.recall("Bearer bound")).isNull();
        assertThat(decoded).containsExactly("bound", "bound");
    }

    @Test
    void verifiesATokenAgainWhenTheKeysMayHaveChanged() {
        bearers.verify("a.b.c");
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());

        assertThat(bearers.recall("Bearer a.b.c")).isNull();
        bearers.verify("a.b.c");

        assertThat(decoded).containsExactly("a.b.c", "a.b.c");
    }

    @Test
    void remembersSoMuchAndNoMore() {
        var tokens =
                IntStream.range(0, 100).mapToObj(i -> i + "x".repeat(200_000)).toList();

        tokens.forEach(bearers::verify);

        assertThat(tokens.stream().filter(token -> bearers.recall("Bearer " + token) != null))
                .hasSizeBetween(1, 40);
    }

    private void itIs(Instant instant) {
        times.setClock(Clock.fixed(instant, ZoneOffset.UTC));
    }

    private Jwt decode(String text) {
        decoded.add(text);
        var token =
                Jwt.withTokenValue(text).header("alg", "none").subject("ann").expiresAt(EXPIRES);
        if (text.equals("bound")) {
            token.claim("cnf", Map.of("x5t#S256", "a"));
        }
        if (text.endsWith("forged") || times.validate(token.build()).hasErrors()) {
            throw new BadJwtException("refused");
        }
        return token.build();
    }
}
