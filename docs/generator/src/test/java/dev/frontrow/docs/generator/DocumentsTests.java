package dev.frontrow.docs.generator;

import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import dev.frontrow.FrontrowApplication;
import dev.frontrow.TestDatabase;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/**
 * What is committed under {@code docs} is what the code says. {@code ./mvnw -Pdocs test} writes it anew; otherwise this
 * compares, and says what is stale.
 *
 * <p>The service runs without a web server, and without all that nobody asks for.
 */
@SpringBootTest(
        classes = FrontrowApplication.class,
        properties = {"frontrow.demo.enabled=true", "spring.main.lazy-initialization=true"})
@Import(TestDatabase.class)
class DocumentsTests {

    private static final String REFRESH = "./mvnw -Pdocs test";

    private final Repository repository = Documented.REPOSITORY;
    private final Code code = Documented.CODE;
    private final JdbcClient jdbc;
    private final MockMvcTester service;

    DocumentsTests(JdbcClient jdbc, WebApplicationContext service) {
        this.jdbc = jdbc;
        this.service = MockMvcTester.from(service);
    }

    @Test
    void areWhatTheCodeSaysAndLeadNowhereInVain() throws IOException {
        var documents = new Generator(repository, code).documents(jdbc, asked("/v3/api-docs"), asked("/problems"));
        if (Boolean.getBoolean("frontrow.docs.refresh")) {
            documents.writeTo(repository.root());
        }
        var stale = documents.staleIn(repository.root());
        var pages = new HandWritten(repository);
        var unknown = new Mentions(repository, code).unknownIn(pages.pages());
        assertSoftly(all -> {
            all.assertThat(stale)
                    .as("Generated documents that are not what the code says. Refresh them by: " + REFRESH)
                    .isEmpty();
            all.assertThat(pages.brokenLinks())
                    .as("Links in Markdown files that lead nowhere")
                    .isEmpty();
            all.assertThat(unknown)
                    .as("Types, methods, settings and addresses that pages mention and the code no longer has")
                    .isEmpty();
        });
    }

    private String asked(String address) throws IOException {
        return service.get()
                .uri(address)
                .accept(APPLICATION_JSON)
                .exchange()
                .getResponse()
                .getContentAsString();
    }
}
