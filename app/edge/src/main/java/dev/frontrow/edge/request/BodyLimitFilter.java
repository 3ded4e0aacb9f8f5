package dev.frontrow.edge.request;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.NetworkAddress;
import dev.frontrow.edge.Problems;
import dev.frontrow.edge.problem.RequestTooLarge;
import dev.frontrow.edge.problem.TooManyBodies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes bodies of up to 1 MiB. A longer one is refused at once if the client says how long it is, otherwise when it has
 * been read so far. One that comes too slowly is given up, and so is a long one while too many of them are being read: none of
 * them is kept in memory for long, nor all of them together, and no address takes the room of all others.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class BodyLimitFilter extends OncePerRequestFilter {

    private final Problems problems;
    private final BodyBudget budget;

    @Autowired
    BodyLimitFilter(Problems problems) {
        this(problems, BodyBudget.usual());
    }

    BodyLimitFilter(Problems problems, BodyBudget budget) {
        this.problems = problems;
        this.budget = budget;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length > budget.bytesMax()) {
            problems.answer(
                    request, response, GeneralProblem.REQUEST_TOO_LARGE, "A request's body may have up to 1 MiB.");
        } else if (length == 0) {
            chain.doFilter(request, response);
        } else {
            try (var limited = new LimitedRequest(request, budget)) {
                chain.doFilter(limited, response);
            }
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper implements AutoCloseable {

        private final BodyBudget budget;
        private final @Nullable String address;
        private @Nullable LimitedBody body;

        LimitedRequest(HttpServletRequest request, BodyBudget budget) {
            super(request);
            this.budget = budget;
            this.address = NetworkAddress.of(request.getRemoteAddr());
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new LimitedBody(super.getInputStream(), budget, address);
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }

        /** Nothing of the body is in memory any more. */
        @Override
        public void close() {
            if (body != null) {
                budget.giveBack(address, body.bytesCounted);
            }
        }
    }

    private static final class LimitedBody extends ServletInputStream {

        private final ServletInputStream body;
        private final BodyBudget budget;
        private final @Nullable String address;
        private final long begun = System.nanoTime();
        private long bytesRead;
        private long bytesCounted;

        LimitedBody(ServletInputStream body, BodyBudget budget, @Nullable String address) {
            this.body = body;
            this.budget = budget;
            this.address = address;
        }

        @Override
        public int read() throws IOException {
            int octet = body.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = body.read(target, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        private void count(int bytes) throws IOException {
            bytesRead += bytes;
            if (bytesRead > budget.bytesMax()) {
                throw new RequestTooLarge(budget.bytesMax());
            }
            if (System.nanoTime() - begun > budget.time().toNanos()) {
                throw new SocketTimeoutException("the body came too slowly");
            }
            long more = Math.max(bytesRead - budget.freeBytes(), 0) - bytesCounted;
            if (more > 0) {
                if (!budget.take(address, more)) {
                    throw new TooManyBodies(budget.heldMax());
                }
                bytesCounted += more;
            }
        }
    }
}
