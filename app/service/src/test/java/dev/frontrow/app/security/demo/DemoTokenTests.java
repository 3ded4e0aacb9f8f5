package dev.frontrow.app.security.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import dev.frontrow.AtOnce;
import dev.frontrow.app.StrangersKey;
import dev.frontrow.app.edge.EdgeTest;
import dev.frontrow.app.edge.Http;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

@EdgeTest
class DemoTokenTests {

    private static final String ME = "/api/v1/edge/me";

    private final Http http;
    private final RSAKey key;
    private final JdbcClient jdbc;

    DemoTokenTests(Http http, RSAKey key, JdbcClient jdbc) {
        this.http = http;
        this.key = key;
        this.jdbc = jdbc;
    }

    @Test
    void takesAWellFormedToken() throws JOSEException {
        assertThat(get(signed(key, _ -> {})).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("tokensOfOthers")
    void refusesATokenThatIsNotItsOwn(Consumer<JwtClaimsSet.Builder> difference) throws JOSEException {
        refuses(signed(key, difference));
    }

    static Stream<Consumer<JwtClaimsSet.Builder>> tokensOfOthers() {
        return Stream.of(
                claims -> claims.issuer("https://elsewhere.example"),
                claims -> claims.claims(all -> all.remove("iss")),
                claims -> claims.issuedAt(Instant.EPOCH).expiresAt(Instant.EPOCH.plusSeconds(60)),
                claims -> claims.notBefore(Instant.parse("9999-01-01T00:00:00Z")),
                claims -> claims.claims(all -> all.remove("sub")),
                claims -> claims.subject(""),
                claims -> claims.subject("a\nb"),
                claims -> claims.subject("a\u0000"),
                claims -> claims.subject("a\u0085"),
                claims -> claims.subject("a".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b", "\uD83C\uDFB8", "김영희", "a'; drop table b --"})
    void takesAnyUserIdWithoutControlCharacters(String userId) throws JOSEException {
        var answer = get(signed(key, claims -> claims.subject(userId)));

        assertThat(answer.json().required("user").asString()).isEqualTo(userId);
    }

    @Test
    void countsCharactersAndNotTheirHalves() throws JOSEException {
        assertThat(get(signed(key, claims -> claims.subject("\uD83C\uDFB8".repeat(255))))
                        .status())
                .isEqualTo(200);
        refuses(signed(key, claims -> claims.subject("\uD83C\uDFB8".repeat(256))));
    }

    @Test
    void refusesATokenOfAnotherKey() throws JOSEException {
        refuses(signed(StrangersKey.KEY, _ -> {}));
    }

    @Test
    void refusesAnUnsignedToken() {
        refuses(encoded("{\"alg\":\"none\"}") + "." + encoded(claimsOfTomorrow()) + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "", "a b"})
    void refusesNonsense(String token) {
        refuses(token);
    }

    @Test
    void refusesABadTokenForWhatIsOpenToo() {
        var answer = http.get("/api/v1/concerts/edge/open", "Authorization: Bearer nonsense");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void logsInWithAStaleToken() {
        var answer = http.send(
                "POST",
                "/api/v1/demo/login",
                "{\"userId\":\"alice\"}",
                "Content-Type: application/json",
                "Authorization: Bearer nonsense");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void agreesWithOtherInstancesOnTheKey() {
        assertThat(new DemoSigningKeys(jdbc).obtain()).isEqualTo(key);
    }

    @Test
    void makesOneKeyHoweverManyInstancesStartAtOnce() {
        var present = key.toJSONString();
        jdbc.sql("delete from identity.demo_signing_key").update();
        try {
            var keys = AtOnce.times(4, () -> new DemoSigningKeys(jdbc).obtain());

            assertThat(keys).containsOnly(keys.getFirst()).doesNotContain(key);
        } finally {
            jdbc.sql("update identity.demo_signing_key set jwk = :jwk where id = 1")
                    .param("jwk", present)
                    .update();
        }
    }

    private void refuses(String token) {
        var answer = get(token);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate").orElseThrow()).contains("error=\"invalid_token\"");
        assertThat(answer.body()).doesNotContain("Exception", "Jwt", "JWT");
    }

    private Http.Answer get(String token) {
        return http.get(ME, "Authorization: Bearer " + token);
    }

    private static String signed(RSAKey key, Consumer<JwtClaimsSet.Builder> difference) throws JOSEException {
        var now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .issuer("frontrow-demo")
                .subject("alice")
                .issuedAt(now)
                .expiresAt(now.plusSeconds(600));
        difference.accept(claims);
        return NimbusJwtEncoder.withKeyPair(key.toRSAPublicKey(), key.toRSAPrivateKey())
                .build()
                .encode(JwtEncoderParameters.from(claims.build()))
                .getTokenValue();
    }

    private static String claimsOfTomorrow() {
        return "{\"iss\":\"frontrow-demo\",\"sub\":\"alice\",\"exp\":"
                + Instant.now().plusSeconds(600).getEpochSecond() + "}";
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
