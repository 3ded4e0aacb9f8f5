package dev.frontrow.app.ratelimit;

import dev.frontrow.edge.Access;
import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.NetworkAddress;
import dev.frontrow.edge.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds the requests that are under way at a time by the heap there is, so that no number of them fills it: where there are as
 * many, each further one is answered 503 at once. No address has more than a quarter of them, so that one that sends slowly keeps
 * nobody out, unless all limits are lifted; this machine's own, behind which may be everybody, has as many as there are.
 *
 * <p>An open event stream is none of them, nor is what is answered from memory, polls above all. Health probes are always answered.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6) // behind the filter that bounds bodies, before whatever reads them
public class ConcurrentRequests extends OncePerRequestFilter {

    /** For everything but requests and connections, with as much again as is needed to collect garbage seldom. */
    private static final long HEAP_BYTES_KEPT = 128L * 1024 * 1024;

    /** One that waits for the database takes a sixth of it; the rest is for connections. */
    private static final long HEAP_BYTES_EACH = 768L * 1024;

    /** As many as a lane decides together. */
    private static final int LEAST = 64;

    /** Of all there may be, the part that is for one address. */
    private static final int ADDRESS_SHARE = 4;

    private final Problems problems;
    private final Semaphore room;
    private final int addressMax;
    private final ConcurrentMap<String, Integer> ofAddress = new ConcurrentHashMap<>();

    @Autowired
    ConcurrentRequests(Problems problems, RateLimitProperties limits) {
        this(problems, max(), limits.enabled() ? Math.ceilDiv(max(), ADDRESS_SHARE) : max());
    }

    ConcurrentRequests(Problems problems, int max, int addressMax) {
        this.problems = problems;
        this.room = new Semaphore(max);
        this.addressMax = addressMax;
    }

    /** How many there may be. */
    static int max() {
        return max(Runtime.getRuntime().maxMemory());
    }

    static int max(long heapBytes) {
        return (int) Math.clamp((heapBytes - HEAP_BYTES_KEPT) / HEAP_BYTES_EACH, LEAST, Integer.MAX_VALUE);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return RateLimits.PROBES.contains(Access.pathOf(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = NetworkAddress.of(request.getRemoteAddr());
        if (!enter(address)) {
            problems.answer(
                    request,
                    response,
                    GeneralProblem.UNAVAILABLE,
                    "Too many requests are under way; of this one nothing has happened.");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            leave(address);
        }
    }

    private boolean enter(@Nullable String address) {
        if (!room.tryAcquire()) {
            return false;
        }
        if (address != null && ofAddress.merge(address, 1, Integer::sum) > addressMax) {
            leave(address);
            return false;
        }
        return true;
    }

    private void leave(@Nullable String address) {
        if (address != null) {
            ofAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
        }
        room.release();
    }
}
