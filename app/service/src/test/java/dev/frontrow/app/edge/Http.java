package dev.frontrow.app.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that sends exactly what it is told, malformed or not, over a connection of its own for each request. */
@TestComponent
public class Http {

    private static final JsonMapper JSON = new JsonMapper();

    private final WebServerApplicationContext service;

    Http(WebServerApplicationContext service) {
        this.service = service;
    }

    /** A token for a user, from the demo's login. */
    public String token(String userId) {
        return login("{\"userId\":\"" + userId + "\"}");
    }

    public String adminToken(String userId) {
        return login("{\"userId\":\"" + userId + "\",\"admin\":true}");
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public Answer getAs(String user, String path, String... headers) {
        return get(path, with(headers, "Authorization: Bearer " + token(user)));
    }

    public Answer postAs(String user, String path, String json, String... headers) {
        return send(
                "POST",
                path,
                json,
                with(headers, "Content-Type: application/json", "Authorization: Bearer " + token(user)));
    }

    public Answer send(String method, String path, String body, String... headers) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return sendBytes(method, path, bytes, headers);
    }

    public Answer sendBytes(String method, String path, byte[] body, String... headers) {
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        var message = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, message, start.length, body.length);
        return raw(message);
    }

    /** Sends these bytes, and reads until the service closes. */
    public Answer raw(byte[] message) {
        return raw(message, InetAddress.getLoopbackAddress());
    }

    /** The same from another address of this machine. */
    public Answer raw(byte[] message, InetAddress from) {
        var port = Objects.requireNonNull(service.getWebServer()).getPort();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0)) {
            socket.setSoTimeout(30_000);
            write(socket, message);
            return Answer.parse(socket.getInputStream().readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A service that has refused what it has read so far need not read the rest. */
    private static void write(Socket socket, byte[] message) throws IOException {
        try {
            socket.getOutputStream().write(message);
        } catch (SocketException refusedBefore) {
            assertThat(refusedBefore).hasMessageMatching("Broken pipe|Connection reset.*");
        }
    }

    private String login(String body) {
        var contextPath = service.getEnvironment().getProperty("server.servlet.context-path", "");
        return send("POST", contextPath + "/api/v1/demo/login", body, "Content-Type: application/json")
                .json()
                .required("accessToken")
                .asString();
    }

    private static String[] with(String[] headers, String... more) {
        var all = Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }

    /** What came back; header names in lower case. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        public static Answer parse(byte[] bytes) {
            var text = new String(bytes, StandardCharsets.UTF_8);
            var end = text.indexOf("\r\n\r\n");
            var lines = text.substring(0, end).split("\r\n", -1);
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            for (int i = 1; i < lines.length; i++) {
                var colon = lines[i].indexOf(':');
                headers.computeIfAbsent(lines[i].substring(0, colon), _ -> new ArrayList<>())
                        .add(lines[i].substring(colon + 1).strip());
            }
            var body = text.substring(end + 4);
            boolean chunked =
                    headers.getOrDefault("Transfer-Encoding", List.of()).contains("chunked");
            return new Answer(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, chunked ? dechunk(body) : body);
        }

        private static String dechunk(String body) {
            var whole = new ByteArrayOutputStream();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            int at = 0;
            while (at < bytes.length) {
                int lineEnd = at;
                while (bytes[lineEnd] != '\r') {
                    lineEnd++;
                }
                int size = Integer.parseInt(new String(bytes, at, lineEnd - at, StandardCharsets.US_ASCII), 16);
                if (size == 0) {
                    break;
                }
                whole.write(bytes, lineEnd + 2, size);
                at = lineEnd + 2 + size + 2;
            }
            return whole.toString(StandardCharsets.UTF_8);
        }

        public Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The problem's code; fails unless the answer is a whole problem. */
        public String problem() {
            var problem = json();
            if (!header("Content-Type").orElse("").equals("application/problem+json")
                    || problem.required("status").asInt() != status
                    || problem.required("title").asString().isEmpty()
                    || problem.required("detail").asString().isEmpty()
                    || !problem.required("type")
                            .asString()
                            .equals("/problems/" + problem.required("code").asString())) {
                throw new AssertionError("not a whole problem: " + this);
            }
            return problem.required("code").asString();
        }

        /** The fields that an invalid request's problem names, each with its message. */
        public List<String> errors() {
            return json().required("errors")
                    .valueStream()
                    .map(error -> error.required("field").asString() + " "
                            + error.required("message").asString())
                    .toList();
        }
    }
}
