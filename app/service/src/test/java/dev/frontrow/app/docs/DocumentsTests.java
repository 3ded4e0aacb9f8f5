package dev.frontrow.app.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.frontrow.app.WholeService;
import dev.frontrow.architecture.Project;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is committed under {@code docs} is what the code says. {@code ./mvnw -Pdocs test} writes it anew; otherwise this
 * compares, and says what is stale.
 */
@WholeService
class DocumentsTests {

    private static final Path REPOSITORY = Project.root();
    private static final Code CODE = new Code(Javadocs.of(REPOSITORY));
    private static final String REFRESH = "./mvnw -Pdocs test";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void areWhatTheCodeSaysAndLeadNowhereInVain() throws IOException, InterruptedException {
        var documents = generated();
        if (Boolean.getBoolean("frontrow.docs.refresh")) {
            write(documents);
        }
        var stale = stale(documents);
        var unknown = mentioned().unknownIn(new HandWritten(REPOSITORY).pages());
        assertSoftly(all -> {
            all.assertThat(stale)
                    .as("Generated documents that are not what the code says. Refresh them by: " + REFRESH)
                    .isEmpty();
            all.assertThat(new HandWritten(REPOSITORY).brokenLinks())
                    .as("Links in Markdown files that lead nowhere")
                    .isEmpty();
            all.assertThat(unknown)
                    .as("Types, methods, settings and addresses that pages mention and the code no longer has")
                    .isEmpty();
        });
    }

    @Test
    void refuseADiagramThatCannotBeDrawn() {
        var broken = new Diagram("@startuml\nthis is -> no [[ diagram (\nat all }\n@enduml\n");

        assertThatThrownBy(broken::svg)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can't be drawn");
    }

    @Test
    void refuseADrawingOfAnotherSourceAndOneThatWasChangedByHand() {
        var diagram = new Diagram("@startuml\nAnn -> Bob : hello\n@enduml\n");
        var drawing = diagram.svg();

        assertThat(diagram.isDrawnIn(drawing)).isTrue();
        assertThat(diagram.isDrawnIn(drawing.replace("hello", "goodbye"))).isFalse();
        assertThat(new Diagram(diagram.source().replace("hello", "goodbye")).isDrawnIn(drawing))
                .isFalse();
    }

    @Test
    void refuseToMentionWhatTheCodeDoesNotHave(@TempDir Path pages) throws IOException {
        var page = Files.writeString(pages.resolve("page.md"), """
                There are `JoinLine`, `JoinLine.join`, `Seats`, `frontrow.queue.max-waiting`, `frontrow.queue.streams`,
                `GET /api/v1/concerts/{id}` and `/api/v1/admin`; `OwnExample` is on this page.
                There are no `NoSuchType`, `Seatz`, `JoinLine.jump`, `JoinLine.Join`, `frontrow.no.such-setting`,
                `GET /api/v1/consorts`.
                ```java
                record OwnExample() {}
                ```
                """);

        assertThat(mentioned().unknownIn(List.of(page)))
                .extracting(mention -> mention.replaceFirst("^.*: ", ""))
                .containsExactlyInAnyOrder(
                        "`NoSuchType`",
                        "`Seatz`",
                        "`JoinLine.jump`",
                        "`JoinLine.Join`",
                        "`frontrow.no.such-setting`",
                        "`GET /api/v1/consorts`");
    }

    private static Mentions mentioned() {
        return new Mentions(REPOSITORY, CODE);
    }

    private Documents generated() throws IOException, InterruptedException {
        var documents = new Documents();
        var code = CODE;
        var events = new Events(code);
        var tables = new Tables(jdbc, code.modules());
        var settings = new Settings(code);
        var problems = new Problems(REPOSITORY);
        var openApi = new OpenApi(apiDocs());
        new Canvases(REPOSITORY, code, events, tables, settings).writeTo(documents);
        new Dependencies(code).writeTo(documents);
        new EventCatalogue(code, events).writeTo(documents);
        new Flows(code, events).writeTo(documents);
        tables.writeTo(documents);
        settings.writeTo(documents);
        problems.writeTo(documents);
        openApi.writeTo(documents);
        new RestReference(openApi, problems).writeTo(documents);
        new Rules(REPOSITORY).writeTo(documents);
        new HandWritten(REPOSITORY).writeTo(documents);
        return documents;
    }

    private String apiDocs() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static List<String> stale(Documents documents) throws IOException {
        var stale = new ArrayList<String>();
        for (var document : documents.texts().entrySet()) {
            var file = REPOSITORY.resolve(document.getKey());
            if (!Files.exists(file)) {
                stale.add(document.getKey() + ": missing");
            } else if (!Files.readString(file).equals(document.getValue())) {
                stale.add(document.getKey() + ": " + difference(Files.readString(file), document.getValue()));
            }
        }
        for (var diagram : documents.diagrams().entrySet()) {
            var file = REPOSITORY.resolve(diagram.getKey());
            if (!Files.exists(file)) {
                stale.add(diagram.getKey() + ": missing");
            } else if (!diagram.getValue().isDrawnIn(Files.readString(file))) {
                stale.add(diagram.getKey() + ": drawn of another source");
            }
        }
        superfluous(documents).forEach(file -> stale.add(file + ": nothing generates it any more"));
        return stale;
    }

    private static String difference(String committed, String generated) {
        var before = committed.lines().toList();
        var after = generated.lines().toList();
        for (var line = 0; line < Math.max(before.size(), after.size()); line++) {
            var old = line < before.size() ? before.get(line) : "(nothing)";
            var now = line < after.size() ? after.get(line) : "(nothing)";
            if (!old.equals(now)) {
                return "stale from line %d on\n    committed: %s\n    code says: %s".formatted(line + 1, old, now);
            }
        }
        return "stale";
    }

    private static List<String> superfluous(Documents documents) throws IOException {
        var generated = new TreeSet<>(documents.texts().keySet());
        generated.addAll(documents.diagrams().keySet());
        var directory = REPOSITORY.resolve("docs/generated");
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> REPOSITORY.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !generated.contains(file))
                    .sorted()
                    .toList();
        }
    }

    private static void write(Documents documents) throws IOException {
        for (var file : superfluous(documents)) {
            Files.delete(REPOSITORY.resolve(file));
        }
        for (var document : documents.texts().entrySet()) {
            var file = REPOSITORY.resolve(document.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, document.getValue());
        }
        for (var diagram : documents.diagrams().entrySet()) {
            var file = REPOSITORY.resolve(diagram.getKey());
            if (!Files.exists(file) || !diagram.getValue().isDrawnIn(Files.readString(file))) {
                Files.writeString(file, diagram.getValue().svg());
            }
        }
    }
}
