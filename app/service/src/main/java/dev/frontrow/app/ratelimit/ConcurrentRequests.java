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
 * Bounds the requests that may wait for the database by the heap there is, so that however many come, those under way don't fill
 * it: one too many is answered 503 at once. An address has a sixteenth of them, so that a few addresses that send or read slowly
 * don't take them all. This machine's own address, behind which may be everybody, has as many as there are; so has each where all
 * limits are lifted.
 *
 * <p>An open event stream is none of them, nor are pages and polls, which are answered from memory. Health probes and figures are
 * never refused.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6) // behind the filter that bounds bodies, before whatever reads them
public class ConcurrentRequests extends OncePerRequestFilter {

    /** For everything but requests and connections, with as much again as is needed to collect garbage seldom. */
    private static final long HEAP_BYTES_KEPT = 128L * 1024 * 1024;

    /** One that waits for the database takes a sixth of it; the rest is for connections. */
    private static final long HEAP_BYTES_EACH = 768L * 1024;

    private static final int LEAST = 64;

    /** Among so many addresses all there may be are shared out. */
    private static final int ADDRESSES = 16;

    /** More than a browser asks for at once. */
    private static final int LEAST_OF_ADDRESS = 16;

    private static final String FIGURES = "/actuator/prometheus";
    private static final String NEVER_WAITS = ConcurrentRequests.class.getName() + ".neverWaits";

    private final Problems problems;
    private final Semaphore room;
    private final int addressMax;
    private final ConcurrentMap<String, Integer> ofAddress = new ConcurrentHashMap<>();

    @Autowired
    ConcurrentRequests(Problems problems, RateLimitProperties limits) {
        this(problems, max(), limits.enabled() ? addressMax() : max());
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
        return Math.clamp((heapBytes - HEAP_BYTES_KEPT) / HEAP_BYTES_EACH, LEAST, Integer.MAX_VALUE);
    }

    /** How many of them may be one address's. */
    static int addressMax() {
        return Math.max(LEAST_OF_ADDRESS, max() / ADDRESSES);
    }

    /** Has a request not counted that will be answered from memory, once it is known who asks. */
    public static void neverWaits(HttpServletRequest request) {
        request.setAttribute(NEVER_WAITS, true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = Access.pathOf(request);
        return request.getAttribute(NEVER_WAITS) != null || RateLimits.PROBES.contains(path) || path.equals(FIGURES);
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
        boolean hasShare = address == null || ofAddress.merge(address, 1, Integer::sum) <= addressMax;
        if (hasShare && room.tryAcquire()) {
            return true;
        }
        discount(address);
        return false;
    }

    private void leave(@Nullable String address) {
        room.release();
        discount(address);
    }

    private void discount(@Nullable String address) {
        if (address != null) {
            ofAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
        }
    }
}
