package dev.frontrow.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.WholeService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How the pages and their files are sent. */
@WholeService
class PagesTests {

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"\\./(assets/[^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    PagesTests(@LocalServerPort int port) {
        this.base = "http://127.0.0.1:" + port + "/";
    }

    @Test
    void letNoScriptRunButTheirOwn() throws IOException, InterruptedException {
        var page = get("");

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("script-src 'self' 'sha256-", "style-src 'self';", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(page.body()).doesNotContain("{{", "https://");
    }

    @Test
    void nameFilesThatAreKeptForEver() throws IOException, InterruptedException {
        var named = ASSET.matcher(get("").body())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(5);
        for (var name : named) {
            var file = get(name, "Accept-Encoding", "gzip");
            assertThat(file.statusCode()).as(name).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
            assertThat(file.headers().firstValue("Content-Encoding")).as(name).contains("gzip");
        }
    }

    @Test
    void takeNoNoticeOfAnAccessToken() throws IOException, InterruptedException {
        assertThat(get("", "Authorization", "Bearer nonsense").statusCode()).isEqualTo(200);
    }

    @Test
    void areNotFoundUnderAnotherHash() throws IOException, InterruptedException {
        var problem = get("assets/another/booking/booking.js");

        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void leadFromAnAddressWithASlashToTheOneWithout() throws IOException, InterruptedException {
        var moved = get("operator/");

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).contains("../operator");
    }

    @Test
    void areReadAlone() throws IOException, InterruptedException {
        var head = http.send(HttpRequest.newBuilder(URI.create(base)).HEAD().build(), BodyHandlers.ofString());
        var post = http.send(
                HttpRequest.newBuilder(URI.create(base))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(post.statusCode()).isGreaterThanOrEqualTo(404);
    }

    private HttpResponse<String> get(String path, String... header) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (header.length > 0) {
            request.headers(header);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
