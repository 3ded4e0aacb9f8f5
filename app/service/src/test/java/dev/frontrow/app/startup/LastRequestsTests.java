package dev.frontrow.app.startup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import dev.frontrow.app.ratelimit.SharedConnections;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;

class LastRequestsTests {

    private final WebServer server = server();
    private final ServletWebServerApplicationContext context = new ServletWebServerApplicationContext();
    private final LastRequests lastRequests = new LastRequests(context);
    private final int port;

    LastRequestsTests() {
        server.start();
        port = server.getPort();
        lastRequests.on(new ServletWebServerInitializedEvent(server, context));
    }

    @AfterEach
    void stop() {
        server.destroy();
    }

    @Test
    void answersWhatComesOnAnIdleConnectionAndClosesItThen() throws IOException {
        try (var idle = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(answer(idle)).first().isEqualTo("HTTP/1.1 204 ");

            var stopping = CompletableFuture.runAsync(this::close);
            await().pollInterval(Duration.ofMillis(5)).until(() -> !takesConnections());
            assertThat(stopping).isNotDone();

            assertThat(answer(idle)).contains("HTTP/1.1 204 ", "Connection: close");
            stopping.join();
            assertThat(idle.getInputStream().read()).isNegative();
        }
    }

    @Test
    void waitsForNobodyWhereNoConnectionIsOpen() {
        close();

        assertThatIOException().isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port));
    }

    private static WebServer server() {
        var factory = new TomcatServletWebServerFactory(0);
        factory.setProtocol(SharedConnections.class.getName());
        return factory.getWebServer(
                context -> context.addServlet("empty", new Empty()).addMapping("/"));
    }

    private void close() {
        lastRequests.on(new ContextClosedEvent(context));
    }

    private boolean takesConnections() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** The answer's head. */
    private static List<String> answer(Socket connection) throws IOException {
        connection
                .getOutputStream()
                .write("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
        var reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
        var head = new ArrayList<String>();
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            head.add(line);
        }
        return head;
    }

    private static final class Empty extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }
}
