package dev.frontrow.app.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.TestDatabase;
import dev.frontrow.app.edge.Http.Answer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** The service below a context path, behind a proxy that it trusts, with a tight rate limit. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "frontrow.demo.enabled=true",
            "server.servlet.context-path=/tickets",
            "server.forward-headers-strategy=native",
            "server.tomcat.remoteip.internal-proxies=127.0.0.1/32",
            "frontrow.rate-limit.address-per-second=1",
            "frontrow.rate-limit.address-burst=20"
        })
@Import({TestDatabase.class, EdgeOperations.class, Http.class})
@DirtiesContext
class BehindAProxyTests {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");
    private static final String NO_PROXY = "X-Other: nothing";
    private static final String PROXY = "X-Forwarded-Prefix: /shop";

    private final Http http;

    BehindAProxyTests(Http http) {
        this.http = http;
    }

    @ParameterizedTest
    @CsvSource({"/tickets/,5", "/tickets/problems,20", "/tickets/problems/forbidden,1"})
    void linksItsPagesSoThatABrowserCanFollow(String page, int linksMin) {
        var links = LINK.matcher(http.get(page, "Accept: text/html").body())
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("data:"))
                .toList();

        assertThat(links)
                .hasSizeGreaterThanOrEqualTo(linksMin)
                .allSatisfy(link -> assertThat(
                                http.get(URI.create(page).resolve(link).toString())
                                        .status())
                        .as(link)
                        .isIn(200, 302));
    }

    @ParameterizedTest
    @CsvSource({NO_PROXY + ",/tickets", PROXY + ",/shop/tickets"})
    void saysWhereWhatItHasMadeIs(String header, String base) {
        var answer = http.postAs("alice", "/tickets/api/v1/edge/made", "{}", header);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).contains(base + "/api/v1/edge/me");
    }

    @ParameterizedTest
    @CsvSource({NO_PROXY + ",/tickets", PROXY + ",/shop/tickets"})
    void saysWhereAProblemIsExplained(String header, String base) {
        var service = "/tickets/api/v1/";
        assertThat(http.get(service + "nothing", header)).satisfies(pointsTo(base, "not-found", "nothing"));
        assertThat(http.get(service + "reservations", header))
                .satisfies(pointsTo(base, "unauthenticated", "reservations"));
        assertThat(http.get(service + "concerts?limit=0", header))
                .satisfies(pointsTo(base, "invalid-request", "concerts"));
        assertThat(http.get(service + "queue-tokens/current", header, "Queue-Token: forged"))
                .satisfies(pointsTo(base, "queue-token-invalid", "queue-tokens/current"));
        assertThat(http.get(service + "queue-tokens/current?ordinary", header, "Queue-Token: forged"))
                .satisfies(pointsTo(base, "queue-token-invalid", "queue-tokens/current"));
        assertThat(http.get(service + "concerts%00", header))
                .satisfies(pointsTo(base, "invalid-request", "concerts%00"));
        assertThat(http.get(service + "concerts/edge/failing", header))
                .satisfies(pointsTo(base, "unavailable", "concerts/edge/failing"));
        assertThat(http.send("POST", service + "edge/orders", "a".repeat(1024 * 1024 + 1), header))
                .satisfies(pointsTo(base, "request-too-large", "edge/orders"));
    }

    private static Consumer<Answer> pointsTo(String base, String code, String path) {
        return answer -> {
            assertThat(answer.json().required("type").asString()).isEqualTo(base + "/problems/" + code);
            assertThat(answer.json().required("instance").asString()).isEqualTo(base + "/api/v1/" + path);
        };
    }

    @ParameterizedTest
    @CsvSource({NO_PROXY + ",/tickets", PROXY + ",/shop/tickets"})
    void describesItselfWhereItIs(String header, String base) {
        var document = http.get("/tickets/v3/api-docs", header).json();

        assertThat(document.required("servers").required(0).required("url").asString())
                .isEqualTo(base);
        assertThat(http.get("/tickets/docs", header).header("Location")).contains(base + "/docs/index.html");
        assertThat(http.get("/tickets/swagger-ui.html", header).header("Location"))
                .contains(base + "/swagger-ui/index.html");
        assertThat(http.get("/tickets/v3/api-docs/swagger-config", header)
                        .json()
                        .required("url")
                        .asString())
                .isEqualTo(base + "/v3/api-docs");
    }

    @Test
    void believesNobodyWhoComesPastTheProxy() throws UnknownHostException {
        var message =
                "GET /tickets/api/v1/nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + PROXY + "\r\n\r\n";

        var answer = http.raw(message.getBytes(StandardCharsets.ISO_8859_1), InetAddress.getByName("127.0.0.2"));

        assertThat(answer.json().required("type").asString()).isEqualTo("/tickets/problems/not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tickets/problems", "/tickets/api/v1/queue-tokens/current"})
    void limitsTheAddressThatTheProxySaysAndNotOneMadeUp(String path) {
        var client = "198.51.100." + (path.hashCode() & 0x7f);
        var answer = http.get(path, "Queue-Token: none", "X-Forwarded-For: 203.0.113.0, " + client);
        for (int i = 1; answer.status() != 429 && i < 100; i++) {
            answer = http.get(path, "Queue-Token: none", "X-Forwarded-For: 203.0.113." + i + ", " + client);
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.json().required("type").asString()).isEqualTo("/tickets/problems/rate-limited");
        assertThat(http.get(path, "Queue-Token: none", "X-Forwarded-For: 198.51.100.200")
                        .status())
                .isNotEqualTo(429);
    }
}
