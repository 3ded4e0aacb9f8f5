package dev.frontrow.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.WholeService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The documents as the running service shows them, followed link by link from {@code /docs}. */
@WholeService
class SiteTests {

    private static final Pattern LINK = Pattern.compile("<(?:a [^>]*?href|img [^>]*?src)=\"([^\"]+)\"");
    private static final Pattern ANCHOR = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern FROM_OUTSIDE = Pattern.compile(
            "<script|<link |@import|<iframe|(?:(?<!<img )src|xlink:href)=\"(?!data:)[^\"#]|<img src=\"(?:[a-z]+:|/)");

    @LocalServerPort
    int port;

    @Test
    void isReachableWholeAndNeedsNothingFromOutside() throws IOException, InterruptedException {
        var pages = new TreeMap<String, String>();
        var links = new ArrayList<URI>();
        var waiting = new ArrayDeque<>(List.of(address("/docs")));
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            while (!waiting.isEmpty()) {
                var page = get(client, waiting.removeFirst());
                assertThat(page.statusCode()).as(page.uri().toString()).isEqualTo(200);
                if (pages.put(page.uri().getPath(), page.body()) == null
                        && page.uri().getPath().endsWith(".html")) {
                    LINK.matcher(page.body())
                            .results()
                            .map(link -> link.group(1))
                            .filter(link -> !link.matches("[a-z]+:.*"))
                            .map(page.uri()::resolve)
                            .forEach(links::add);
                    links.stream()
                            .filter(link -> !pages.containsKey(link.getPath()))
                            .map(link -> address(link.getPath()))
                            .distinct()
                            .filter(link -> !waiting.contains(link))
                            .forEach(waiting::addLast);
                }
            }
        }

        assertThat(pages.keySet())
                .contains(
                        "/docs/index.html",
                        "/docs/generated/events.html",
                        "/docs/readme/frontrow.html",
                        "/docs/images/hall.png")
                .hasSizeGreaterThan(40);
        assertThat(links).allSatisfy(link -> {
            if (link.getFragment() != null) {
                assertThat(anchors(pages.getOrDefault(link.getPath(), "")))
                        .as(link.toString())
                        .contains(link.getFragment());
            }
        });
        assertThat(pages).allSatisfy((path, page) -> {
            if (path.endsWith(".html")) {
                assertThat(FROM_OUTSIDE.matcher(page).results().map(found -> found.group()))
                        .as(path)
                        .isEmpty();
            }
        });
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> get(HttpClient client, URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static Set<String> anchors(String page) {
        return ANCHOR.matcher(page).results().map(anchor -> anchor.group(1)).collect(Collectors.toSet());
    }
}
