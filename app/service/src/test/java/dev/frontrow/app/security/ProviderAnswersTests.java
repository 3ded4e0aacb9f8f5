package dev.frontrow.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.frontrow.app.security.ProviderAnswers.Pace;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

class ProviderAnswersTests {

    private static final Duration LONG = Duration.ofHours(1);
    private static final RequestEntity<Void> KEYS =
            RequestEntity.get(URI.create("http://127.0.0.1/keys")).build();
    private static final RequestEntity<Void> CONFIGURATION =
            RequestEntity.get("http://127.0.0.1/configuration").build();
    private static final ParameterizedTypeReference<Map<String, Object>> MEMBERS =
            new ParameterizedTypeReference<>() {};

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void release() {
        released.countDown();
    }

    @Test
    void asksOnceForAWhile() {
        var answers = provider(new Pace(LONG, LONG, LONG), () -> respond(keySet("a")));

        assertThat(keys(answers)).isEqualTo(keySet("a"));
        assertThat(keys(answers)).isEqualTo(keySet("a"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksOnceForAWhileAlsoWhereNothingIsAnswered() {
        var answers = provider(new Pace(LONG, LONG, LONG), ProviderAnswersTests::away);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> keys(answers)).isInstanceOf(ResourceAccessException.class);
        }

        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"keys\":0}", "{\"keys\":[{}]}", "<html>Sorry</html>"})
    void keepsItsKeysWhereTheProviderIsAwayOrAnswersNonsense(String nonsense) {
        var answers = provider(
                new Pace(Duration.ZERO, LONG, LONG),
                () -> respond(keySet("a")),
                () -> respond(nonsense),
                ProviderAnswersTests::away);

        for (int i = 0; i < 3; i++) {
            assertThat(keys(answers)).isEqualTo(keySet("a"));
        }

        assertThat(asked).hasValue(3);
    }

    @Test
    void keepsNoKeysThatTheProviderHasWithdrawn() {
        var none = "{\"keys\":[]}";
        var answers = provider(
                new Pace(Duration.ZERO, LONG, LONG),
                () -> respond(keySet("a")),
                () -> respond(none),
                ProviderAnswersTests::away);

        keys(answers);

        assertThat(keys(answers)).isEqualTo(none);
        assertThat(keys(answers)).as("while the provider is away").isEqualTo(none);
    }

    @Test
    void takesNewKeysWhenTheProviderIsBack() {
        var answers = provider(
                new Pace(Duration.ZERO, LONG, LONG),
                () -> respond(keySet("a")),
                ProviderAnswersTests::away,
                () -> respond(keySet("b")));

        keys(answers);
        keys(answers);

        assertThat(keys(answers)).isEqualTo(keySet("b"));
    }

    @Test
    void keepsNoKeysForEver() {
        var answers = provider(
                new Pace(Duration.ZERO, LONG, Duration.ZERO), () -> respond(keySet("a")), ProviderAnswersTests::away);

        keys(answers);

        assertThatThrownBy(() -> keys(answers)).isInstanceOf(ResourceAccessException.class);
    }

    @Test
    void waitsOnceHoweverManyAskAProviderThatSwallowsEverything() {
        var answers = provider(new Pace(LONG, Duration.ofMillis(200), LONG), this::swallow);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 1_000; i++) {
                assertThatThrownBy(() -> keys(answers)).isInstanceOf(ResourceAccessException.class);
            }
        });
        assertThat(asked).hasValue(1);
    }

    @Test
    void keepsItsKeysWhileTheProviderIsSlowAndTakesTheAnswerThatComesLate() {
        var answers = provider(
                new Pace(Duration.ZERO, Duration.ofSeconds(1), LONG), () -> respond(keySet("a")), this::swallow, () -> {
                    throw new IOException("not asked once more");
                });
        keys(answers);

        assertThat(keys(answers)).isEqualTo(keySet("a"));
        released.countDown();

        await().untilAsserted(() -> assertThat(keys(answers)).isEqualTo(keySet("late")));
    }

    @Test
    void asksAgainAheadOfTime() {
        var answers =
                provider(new Pace(Duration.ZERO, LONG, LONG), () -> respond(keySet("a")), () -> respond(keySet("b")));
        keys(answers);

        answers.askAgain();

        await().untilAsserted(() -> assertThat(asked).hasValue(2));
    }

    @Test
    void saysThatAnAddressIsNotTheOne() {
        var answers = provider(
                new Pace(LONG, LONG, LONG), () -> new MockClientHttpResponse(new byte[0], HttpStatus.NOT_FOUND));

        assertThatThrownBy(() -> answers.exchange(CONFIGURATION, MEMBERS))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
    }

    @Test
    void keepsTheProvidersConfigurationToo() {
        var answers = provider(
                new Pace(Duration.ZERO, LONG, LONG), () -> respond("{\"jwks_uri\":\"x\"}"), ProviderAnswersTests::away);

        for (int i = 0; i < 2; i++) {
            assertThat(answers.exchange(CONFIGURATION, MEMBERS).getBody()).containsEntry("jwks_uri", "x");
        }
    }

    @Test
    void findsTheKeysByTheIssuer() {
        var configuration = "{\"issuer\":\"http://127.0.0.1/realm\",\"jwks_uri\":\"http://127.0.0.1/keys\"}";
        var answers = provider(
                new Pace(LONG, LONG, LONG),
                () -> new MockClientHttpResponse(new byte[0], HttpStatus.NOT_FOUND),
                () -> respond(configuration),
                () -> respond(keySet("a")));

        assertThatThrownBy(() -> NimbusJwtDecoder.withIssuerLocation("http://127.0.0.1/realm")
                        .restOperations(answers)
                        .build()
                        .decode("eyJhbGciOiJSUzI1NiIsImtpZCI6ImIifQ.e30.AAAA"))
                .isInstanceOf(BadJwtException.class);
        assertThat(asked).hasValue(3);
    }

    private static String keys(ProviderAnswers answers) throws RestClientException {
        return String.valueOf(answers.exchange(KEYS, String.class).getBody());
    }

    private static String keySet(String id) {
        return """
                {"keys":[{"kty":"EC","crv":"P-256","kid":"%s","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
                  "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}]}
                """.formatted(id);
    }

    private static MockClientHttpResponse respond(String body) {
        var response = new MockClientHttpResponse(body.getBytes(), HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return response;
    }

    private static MockClientHttpResponse away() throws IOException {
        throw new IOException("the provider is away");
    }

    private MockClientHttpResponse swallow() throws IOException {
        try {
            released.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return respond(keySet("late"));
    }

    /** Answers one after another, the last one again and again. */
    private ProviderAnswers provider(Pace pace, Reply... replies) {
        var answers = new ProviderAnswers(pace);
        answers.setRequestFactory((uri, method) -> {
            ClientHttpRequest request = new MockClientHttpRequest(method, uri) {
                @Override
                public MockClientHttpResponse executeInternal() throws IOException {
                    return replies[Math.min(asked.getAndIncrement(), replies.length - 1)].get();
                }
            };
            return request;
        });
        return answers;
    }

    @FunctionalInterface
    private interface Reply {

        MockClientHttpResponse get() throws IOException;
    }
}
