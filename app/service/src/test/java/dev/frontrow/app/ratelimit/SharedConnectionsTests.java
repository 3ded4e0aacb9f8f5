package dev.frontrow.app.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.ServletException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedConnectionsTests {

    private static final int CONNECTIONS_MAX = 16;

    @TempDir
    private Path directory;

    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector(SharedConnections.class.getName());
    private final List<Socket> clients = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (var client : clients) {
            client.close();
        }
        tomcat.stop();
        tomcat.destroy();
    }

    @ParameterizedTest
    @CsvSource({"0,60000", "50,60000", "51,58406", "69,29703", "86,2595", "87,1000", "100,1000"})
    void waitsForConnectionsTheShorterTheFewerAreFree(int open, int millis) {
        assertThat(SharedConnections.patienceMillis(60_000, open, 100)).isEqualTo(millis);
        assertThat(SharedConnections.patienceMillis(500, open, 100)).isEqualTo(500);
    }

    @Test
    void keepsNobodyOutWhoComesWhileOthersAreIdle() throws Exception {
        start((_, _) -> true);

        for (int i = 0; i < 3 * CONNECTIONS_MAX; i++) {
            assertThat(answerTo(connect(InetAddress.getLoopbackAddress()))).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void keepsNobodyOutWhoComesWhileOthersSendNothing() throws Exception {
        start((_, _) -> true);
        for (int i = 0; i < CONNECTIONS_MAX; i++) {
            connect(InetAddress.getLoopbackAddress());
        }

        assertThat(answerTo(connect(InetAddress.getLoopbackAddress()))).startsWith("HTTP/1.1 404");
    }

    @Test
    void closesMoreConnectionsOfAnAddressThanItMayHave() throws Exception {
        var greedy = InetAddress.getByName("127.0.0.2");
        start((from, open) -> !from.equals(greedy) || open <= 3);
        var first = connect(greedy);
        answerTo(first);
        answerTo(connect(greedy));
        answerTo(connect(greedy));

        assertThat(answerTo(connect(greedy))).isNull();
        assertThat(answerTo(connect(InetAddress.getByName("127.0.0.3")))).startsWith("HTTP/1.1 404");

        first.close();
        await().untilAsserted(() -> assertThat(answerTo(connect(greedy))).isNotNull());
    }

    @Test
    void keepsNothingOfARequestWhileItsConnectionIsIdle() throws Exception {
        connector.setProperty("processorCache", "0");
        start((_, _) -> true);
        var requests = new ArrayList<WeakReference<?>>();
        tomcat.getEngine().getPipeline().addValve(new ValveBase() {
            @Override
            public void invoke(Request request, Response response) throws IOException, ServletException {
                requests.add(new WeakReference<>(request.getCoyoteRequest()));
                getNext().invoke(request, response);
            }
        });

        answerTo(connect(InetAddress.getLoopbackAddress()));

        assertThat(requests).hasSize(1);
        await().untilAsserted(() -> {
            System.gc();
            assertThat(requests.getFirst().refersTo(null)).isTrue();
        });
    }

    private void start(BiPredicate<InetAddress, Integer> admitted) throws Exception {
        ((SharedConnections) connector.getProtocolHandler()).admit(admitted);
        connector.setPort(0);
        connector.setProperty("maxConnections", Integer.toString(CONNECTIONS_MAX));
        connector.setProperty("connectionTimeout", "600000");
        connector.setProperty("keepAliveTimeout", "600000");
        connector.setProperty("maxKeepAliveRequests", "-1");
        tomcat.setBaseDir(directory.toString());
        tomcat.setConnector(connector);
        tomcat.addContext("", directory.toString());
        tomcat.start();
    }

    private Socket connect(InetAddress from) throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort(), from, 0);
        client.setSoTimeout(Math.toIntExact(Duration.ofSeconds(20).toMillis()));
        clients.add(client);
        return client;
    }

    /** The first line, or null where the connection is closed instead. */
    private static @Nullable String answerTo(Socket client) throws IOException {
        try {
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        } catch (SocketException closed) {
            return null;
        }
    }
}
