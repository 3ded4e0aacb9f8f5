package dev.frontrow.edge.request;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Reads on for a moment where a request is answered before its body has come, so that the client gets to read the answer, then
 * closes the connection. The web server would read on for as long as something comes.
 */
@Component
class UnreadBodies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** After which nothing more is read. */
    private static final Duration TIME = Duration.ofSeconds(2);

    /** Twice the longest body that is taken. */
    private static final int BYTES_MAX = 2 * 1024 * 1024;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new ReadingOn());
        factory.addConnectorCustomizers(UnreadBodies::askForThoseThatAreReadAlone);
    }

    /** The web server would tell a client to send its body before it is known who asks. */
    private static void askForThoseThatAreReadAlone(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
        }
    }

    private static final class ReadingOn extends ValveBase {

        ReadingOn() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (hasBody(request) && !waitsToBeAsked(request) && !request.isAsync() && !request.isFinished()) {
                response.finishResponse();
                if (!endsSoon(request)) {
                    request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                }
            }
        }

        /** Not where nobody can tell how long it is: the web server has refused that, and closes the connection. */
        private static boolean hasBody(Request request) {
            try {
                return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
            } catch (IllegalArgumentException severalLengthsOrNone) {
                return false;
            }
        }

        /** Whether the client sends no body unless it is told to go on, which it was not; the web server closes the connection. */
        private static boolean waitsToBeAsked(Request request) {
            var received = request.getCoyoteRequest();
            return received.hasExpectation() && received.getBytesRead() == 0;
        }

        private static boolean endsSoon(Request request) {
            long begun = System.nanoTime();
            var part = new Part();
            long bytes = 0;
            try {
                while (bytes <= BYTES_MAX && System.nanoTime() - begun < TIME.toNanos()) {
                    int read = request.getCoyoteRequest().doRead(part);
                    if (read < 0) {
                        return true;
                    }
                    bytes += read;
                }
            } catch (IOException gone) {
                return false;
            }
            return false;
        }
    }

    /** What was read last; the stream that the others read is closed with the answer. */
    private static final class Part implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // The web server's own buffer is large enough.
        }
    }
}
