package dev.frontrow.edge.problem;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

/** The pages that the {@code type} of a problem leads to: HTML for people, JSON for programs. */
@RestController
@RequestMapping("/problems")
@Hidden
class ProblemPages {

    private static final String CACHED = "public, max-age=3600";

    private final ProblemCatalogue catalogue;

    ProblemPages(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    ResponseEntity<List<Shown>> list() {
        return json(catalogue.all().stream().map(Shown::of).toList());
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> listPage() {
        var entries = catalogue.all().stream()
                .map(Shown::of)
                .map(kind -> "<dt><a href=\"problems/%1$s\"><code>%1$s</code></a> %2$d</dt><dd>%3$s</dd>"
                        .formatted(kind.code(), kind.status(), HtmlUtils.htmlEscape(kind.title())))
                .collect(Collectors.joining("\n"));
        return html("Problems", "<h1>Problems</h1>\n<dl>\n" + entries + "\n</dl>");
    }

    @GetMapping("/{code}")
    ResponseEntity<Shown> show(@PathVariable String code) {
        return json(kindOf(code));
    }

    @GetMapping(path = "/{code}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> showPage(@PathVariable String code) {
        var kind = kindOf(code);
        var title = HtmlUtils.htmlEscape(kind.title());
        return html(title, """
                <p class="status">%d · <code>%s</code></p>
                <h1>%s</h1>
                <p>%s</p>
                <nav><a href="../problems">All problems</a></nav>\
                """.formatted(kind.status(), kind.code(), title, HtmlUtils.htmlEscape(kind.description())));
    }

    private Shown kindOf(String code) {
        return catalogue.find(code).map(Shown::of).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static <T> ResponseEntity<T> json(T body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", CACHED)
                .header("Vary", "Accept")
                .body(body);
    }

    private static ResponseEntity<String> html(String title, String body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Cache-Control", CACHED)
                .header("Vary", "Accept")
                .body(page(title, body));
    }

    private static String page(String title, String body) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="icon" href="data:,">
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 12vh auto; padding: 0 1.5rem; }
            h1 { font-size: 1.75rem; line-height: 1.2; margin: .25rem 0 1rem; }
            code { font: .95em ui-monospace, monospace; }
            dt { margin-top: 1rem; } dd { margin: 0; opacity: .75; }
            .status { opacity: .6; margin: 0; }
            nav { margin-top: 3rem; font-size: .9rem; }
            </style>
            </head>
            <body>
            %s
            </body>
            </html>
            """.formatted(title, body);
    }

    /** What a client can look up about a code. */
    record Shown(String code, int status, String title, String description) {

        static Shown of(ProblemCatalogue.Entry entry) {
            var said = entry.problem().statement();
            return new Shown(entry.code(), said.status().value(), said.title(), said.meaning());
        }
    }
}
