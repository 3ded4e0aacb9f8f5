package dev.frontrow.edge.request;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.Problems;
import dev.frontrow.edge.problem.RequestTooLarge;
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
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes bodies of up to 1 MiB. A longer one is refused at once if the client says how long it is, otherwise when it has
 * been read so far.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class BodyLimitFilter extends OncePerRequestFilter {

    static final int BYTES_MAX = 1024 * 1024;

    private final Problems problems;

    BodyLimitFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > BYTES_MAX) {
            problems.answer(
                    request, response, GeneralProblem.REQUEST_TOO_LARGE, "A request's body may have up to 1 MiB.");
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new LimitedRequest(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private @Nullable ServletInputStream body;

        LimitedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new LimitedBody(super.getInputStream());
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class LimitedBody extends ServletInputStream {

        private final ServletInputStream body;
        private long bytesRead;

        LimitedBody(ServletInputStream body) {
            this.body = body;
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

        private void count(int bytes) throws RequestTooLarge {
            bytesRead += bytes;
            if (bytesRead > BYTES_MAX) {
                throw new RequestTooLarge(BYTES_MAX);
            }
        }
    }
}
