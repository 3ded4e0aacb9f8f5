package dev.frontrow.app.security;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.RequestEntity;
import org.springframework.http.RequestEntity.UriTemplateRequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * What the identity provider has answered, its keys above all. It is asked seldom, because anybody can send a token that names a
 * key which nobody knows, and each such token makes the decoder ask again. It is never waited for long, and what it has answered
 * holds for hours where it is slow or away: who has logged in stays so.
 *
 * <p>One request to each address is under way, in a thread of its own; whoever asks meanwhile waits for that one, counted from
 * when it began, so that a hundred who wait one after another wait no longer than one. Safe for any number of threads.
 */
final class ProviderAnswers extends RestTemplate {

    private static final Logger log = LoggerFactory.getLogger(ProviderAnswers.class);

    private final Pace pace;
    private final ConcurrentMap<String, Address> addresses = new ConcurrentHashMap<>();

    ProviderAnswers(Pace pace) {
        this.pace = pace;
    }

    /**
     * How patient the service is.
     *
     * @param remembered from one request to the next; what was answered is given again meanwhile, a failure too
     * @param waitMax for a request that is under way
     * @param kept how long an answer holds where no other can be had
     */
    record Pace(Duration remembered, Duration waitMax, Duration kept) {

        static final Pace USUAL = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofHours(12));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> ResponseEntity<T> exchange(RequestEntity<?> request, Class<T> type) {
        return (ResponseEntity<T>)
                at(request, () -> keys(super.exchange(request, type))).answer();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> ResponseEntity<T> exchange(RequestEntity<?> request, ParameterizedTypeReference<T> type) {
        return (ResponseEntity<T>)
                at(request, () -> super.exchange(request, type)).answer();
    }

    /** Asks for everything that was ever had, and waits for nothing. */
    void askAgain() {
        addresses.values().stream().filter(address -> address.good != null).forEach(Address::asking);
    }

    private Address at(RequestEntity<?> request, Supplier<ResponseEntity<?>> asking) {
        var address = request instanceof UriTemplateRequestEntity<?> template
                ? template.getUriTemplate()
                : request.getUrl().toString();
        return addresses.computeIfAbsent(address, _ -> new Address(address, asking));
    }

    /** What is no set of keys takes nobody's place. An empty set does: the provider has withdrawn all of its keys. */
    private static ResponseEntity<?> keys(ResponseEntity<?> answer) {
        try {
            JWKSet.parse(String.valueOf(answer.getBody()));
            return answer;
        } catch (ParseException notKeys) {
            throw new RestClientException("what the identity provider answered are no keys", notKeys);
        }
    }

    /** One address of the provider, and what is known of it. */
    private final class Address {

        private final String address;
        private final Supplier<ResponseEntity<?>> request;
        private @Nullable Asking last;
        private volatile @Nullable Good good;
        private volatile boolean failing;

        Address(String address, Supplier<ResponseEntity<?>> request) {
            this.address = address;
            this.request = request;
        }

        ResponseEntity<?> answer() {
            var asking = asking();
            try {
                return asking.outcome.get(asking.nanosLeft(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException slow) {
                return lastGood(new ResourceAccessException("the identity provider does not answer"));
            } catch (ExecutionException | CancellationException failed) {
                return lastGood(
                        failed.getCause() instanceof RestClientException failure
                                ? failure
                                : new RestClientException("the identity provider can't be asked", failed.getCause()));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return lastGood(new ResourceAccessException("interrupted while the identity provider was asked"));
            }
        }

        /** The request that is under way or was a moment ago, or a new one. */
        private synchronized Asking asking() {
            var asking = last;
            if (asking == null || isOver(asking.begun, pace.remembered)) {
                asking = new Asking(System.nanoTime(), new CompletableFuture<>());
                last = asking;
                Thread.ofVirtual().name("identity-provider").start(asking.by(this::ask));
            }
            return asking;
        }

        private ResponseEntity<?> ask() {
            try {
                var answer = request.get();
                good = new Good(System.nanoTime(), answer);
                if (failing) {
                    failing = false;
                    log.info("{} answers again", address);
                }
                return answer;
            } catch (RestClientException failure) {
                if (!failing && good != null) {
                    failing = true;
                    log.warn("{} can't be had: what it answered before holds. {}", address, failure.getMessage());
                }
                throw failure;
            }
        }

        private ResponseEntity<?> lastGood(RestClientException failure) {
            var kept = good;
            if (kept == null || isOver(kept.at, pace.kept)) {
                throw failure;
            }
            return kept.answer;
        }
    }

    private static boolean isOver(long sinceNanos, Duration time) {
        return System.nanoTime() - sinceNanos > time.toNanos();
    }

    private record Good(long at, ResponseEntity<?> answer) {}

    private final class Asking {

        private final long begun;
        private final CompletableFuture<ResponseEntity<?>> outcome;

        Asking(long begun, CompletableFuture<ResponseEntity<?>> outcome) {
            this.begun = begun;
            this.outcome = outcome;
        }

        Runnable by(Supplier<ResponseEntity<?>> request) {
            return () -> {
                try {
                    outcome.complete(request.get());
                } catch (RuntimeException failure) {
                    outcome.completeExceptionally(failure);
                } finally {
                    outcome.cancel(false); // whatever has happened, nobody waits for it any more
                }
            };
        }

        long nanosLeft() {
            return Math.max(pace.waitMax.toNanos() - (System.nanoTime() - begun), 0);
        }
    }
}
