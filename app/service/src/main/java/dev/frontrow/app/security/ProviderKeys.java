package dev.frontrow.app.security;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * Asks the identity provider for its keys, seldom and not for long. Anybody can send a token that names a key which
 * nobody knows, and each such token makes the decoder ask again; so what the provider answered is given again for some
 * seconds, a failure too, and one request at a time is under way.
 */
@Configuration(proxyBeanMethods = false)
class ProviderKeys {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer askTheProviderSeldom() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(TIMEOUT);
        requests.setReadTimeout(TIMEOUT);
        var seldom = new Seldom(REMEMBERED);
        seldom.setRequestFactory(requests);
        return decoder -> decoder.restOperations(seldom);
    }

    /** Gives an answer again while it is young enough, for each address that is asked. */
    static class Seldom extends RestTemplate {

        private final Duration remembered;
        private final ReentrantLock asking = new ReentrantLock();
        private final ConcurrentMap<URI, Outcome> outcomes = new ConcurrentHashMap<>();

        Seldom(Duration remembered) {
            this.remembered = remembered;
        }

        @Override
        public <T> ResponseEntity<T> exchange(RequestEntity<?> request, Class<T> type) {
            asking.lock();
            try {
                var outcome = outcomes.get(request.getUrl());
                if (outcome == null || outcome.isOlderThan(remembered)) {
                    outcome = ask(request, type);
                    outcomes.put(request.getUrl(), outcome);
                }
                return outcome.answer(type);
            } finally {
                asking.unlock();
            }
        }

        private Outcome ask(RequestEntity<?> request, Class<?> type) {
            try {
                return new Outcome(super.exchange(request, type), System.nanoTime());
            } catch (RestClientException noAnswer) {
                return new Outcome(null, System.nanoTime());
            }
        }
    }

    private record Outcome(@Nullable ResponseEntity<?> answer, long askedAt) {

        boolean isOlderThan(Duration age) {
            return System.nanoTime() - askedAt > age.toNanos();
        }

        <T> ResponseEntity<T> answer(Class<T> type) {
            if (answer == null) {
                throw new ResourceAccessException("the identity provider did not answer a moment ago");
            }
            return new ResponseEntity<>(type.cast(answer.getBody()), answer.getHeaders(), answer.getStatusCode());
        }
    }
}
