package dev.frontrow.app.hostile;

import dev.frontrow.app.openapi.Operation;
import dev.frontrow.app.openapi.Schema;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes requests for the operations of the OpenAPI document in which something, often several things, is not as it should be: the
 * path, the query, a header, who asks, the method, the body. The same seed makes the same requests.
 */
public final class HostileRequests {

    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "PROPFIND",
            "get",
            "A".repeat(100),
            "X-Y");

    private static final List<String> WORDS = List.of(
            "0",
            "-1",
            "1",
            "100",
            "101",
            "2147483648",
            "9223372036854775808",
            "1e3",
            "0x1",
            "",
            "%20",
            "%00",
            "%ff",
            "%c0%ae",
            "%zz",
            "%2e%2e%2f",
            "..",
            ".;/",
            "%5c",
            "%0d%0aSet-Cookie:%20a=b",
            "%F0%9F%8E%B8",
            "%E2%80%AE",
            "%ED%A0%80",
            "'%20or%201=1--",
            "%27;%20drop%20table%20a",
            "a%25b",
            "*",
            "null",
            "{id}",
            "%7Bid%7D",
            "all",
            "open",
            "CONFIRMED",
            "WzFd",
            "eyJhIjoxfQ==",
            "a".repeat(300),
            "%41".repeat(1_000),
            "00000000-0000-0000-0000-000000000000",
            "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
            "1-1-1-1-1",
            "{0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10}");

    private static final List<String> HEADER_VALUES = List.of(
            "",
            " ",
            "*",
            "\"1\"",
            "W/\"1\"",
            "\"",
            "\"\u00e9\"",
            "1",
            "-1",
            "a, b",
            "a".repeat(256),
            "a".repeat(4_000),
            "\u00ff\u00fe",
            "a\tb",
            "\u0001",
            "' or 1=1 --",
            "${jndi:ldap://127.0.0.1/a}",
            "=?utf-8?q?a?=",
            "9".repeat(40),
            "null");

    private static final List<String> EXTRA_HEADERS = List.of(
            "Accept: text/csv",
            "Accept: */*;q=0",
            "Accept: application/xml, text/html;q=0.9",
            "Accept: nonsense",
            "Accept: a/b, ".repeat(200),
            "Accept-Encoding: gzip;q=0, *;q=0",
            "Accept-Language: " + "x-".repeat(500),
            "Cookie: " + "a=b; ".repeat(300),
            "Range: bytes=0-1,5-2,-1",
            "If-Modified-Since: yesterday",
            "If-None-Match: *",
            "If-Match: *",
            "X-HTTP-Method-Override: DELETE",
            "X-Original-URL: /api/v1/admin/integrity",
            "X-Forwarded-For: 10.0.0.1, " + "1.1.1.1, ".repeat(100),
            "X-Forwarded-Prefix: /..",
            "Forwarded: for=\"[::1]\";host=elsewhere.example",
            "Origin: null",
            "Origin: https://elsewhere.example",
            "Access-Control-Request-Method: DELETE",
            "Upgrade: websocket",
            "Content-Encoding: gzip",
            "Content-Type: text/plain",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: multipart/form-data; boundary=a",
            "Content-Type: application/json; charset=nonsense",
            "Content-Type: application/json; charset=UTF-16",
            "Content-Type: application/merge-patch+json",
            "Content-Type: application/xml",
            "Content-Type: /",
            "Content-Type: ");

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16);

    private final List<Operation> operations;
    private final Known known;
    private final SplittableRandom random;
    private final HostileJson json;

    /**
     * What attackers have found out by themselves.
     *
     * @param ids by the name of the variable of a path in which they stand
     * @param user the header Authorization of a user
     * @param admin that of an admin
     * @param authorizations other values of that header
     * @param queueTokens of the user's and of somebody else's, in each state
     */
    public record Known(
            Map<String, List<String>> ids,
            String user,
            String admin,
            List<String> authorizations,
            List<String> queueTokens) {}

    public HostileRequests(List<Operation> operations, Known known, long seed) {
        this.operations = operations;
        this.known = known;
        this.random = new SplittableRandom(seed);
        this.json = new HostileJson(random);
    }

    public HostileRequest next() {
        var operation = pick(operations);
        var method = chance(12) ? pick(METHODS) : operation.method();
        var path = operation.at(ids(operation));
        var aside = chance(8);
        if (aside) {
            path = tricked(path);
        }
        var head = new StringBuilder(method + " " + path + query(operation) + " HTTP/1.1\r\nHost: localhost\r\n");
        headers(operation).forEach(header -> head.append(header).append("\r\n"));
        var body = body(operation);
        if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return new HostileRequest(operation, method, !aside && method.equals(operation.method()), bytes.toByteArray());
    }

    private Map<String, String> ids(Operation operation) {
        var ids = new HashMap<String, String>();
        for (var variable : operation.parameters("path")) {
            var found = known.ids().getOrDefault(variable, List.of());
            ids.put(variable, found.isEmpty() || chance(30) ? pick(WORDS) : pick(found));
        }
        return ids;
    }

    /** The path as filters and controllers might understand differently. */
    private String tricked(String path) {
        var middle = path.indexOf('/', 5);
        return switch (random.nextInt(9)) {
            case 0 -> path + "/";
            case 1 -> path + ";a=b";
            case 2 -> path + "%2f..%2f..";
            case 3 -> path.substring(0, middle) + "/" + path.substring(middle);
            case 4 -> path.substring(0, middle) + "/x/.." + path.substring(middle);
            case 5 -> path.replace("admin", "%61dmin").replace("api", "%61pi");
            case 6 -> path.replace("/api", "/API");
            case 7 -> "http://elsewhere.example" + path;
            default -> path + ".json";
        };
    }

    private String query(Operation operation) {
        var query = new StringBuilder();
        for (var parameter : operation.parameters("query")) {
            for (var i = random.nextInt(4); i > 1; i--) {
                query.append('&').append(parameter).append('=').append(pick(WORDS));
            }
        }
        if (chance(10)) {
            query.append('&')
                    .append(pick(List.of(
                            "a", "a=b&a=c", "=", "&&&", "limit[]=1", "%zz=1", "_method=DELETE", "access_token=a")));
        }
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    private List<String> headers(Operation operation) {
        var headers = new ArrayList<String>();
        if (chance(95)) {
            var fitting = operation.isForAdmins() ? known.admin() : known.user();
            headers.add("Authorization: " + (chance(10) ? pick(known.authorizations()) : fitting));
        }
        for (var name : operation.parameters("header")) {
            if (chance(85)) {
                var token = name.equals("Queue-Token") && chance(70);
                headers.add(name + ": " + (token ? pick(known.queueTokens()) : pick(HEADER_VALUES)));
            }
            if (chance(4)) {
                headers.add(name + ": again");
            }
        }
        var extra = chance(25) ? pick(EXTRA_HEADERS) : "";
        if (!extra.isEmpty()) {
            headers.add(extra);
        }
        if (operation.body().isPresent() && !extra.startsWith("Content-Type")) {
            headers.add("Content-Type: application/json");
        }
        return headers;
    }

    private byte[] body(Operation operation) {
        if (operation.body().isEmpty() && !chance(10)) {
            return new byte[0];
        }
        var example = operation.body().map(Schema::example).orElse(JsonNodeFactory.instance.objectNode());
        var text = chance(10) ? withKnownIds(example).toString() : json.like(withKnownIds(example));
        var bytes = text.getBytes(pick(CHARSETS));
        for (var i = chance(10) ? 1 + random.nextInt(4) : 0; i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** So that a body is refused for what is wrong in it, and not for an id that does not exist. */
    private JsonNode withKnownIds(JsonNode example) {
        if (!example.isObject()) {
            return example;
        }
        var copy = example.deepCopy().asObject();
        known.ids().forEach((name, values) -> {
            if (copy.has(name) && !values.isEmpty() && chance(70)) {
                copy.put(name, pick(values));
            }
        });
        if (copy.has("seatIds")) {
            copy.putArray("seatIds").add(pick(known.ids().get("seatId")));
        }
        return copy;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
