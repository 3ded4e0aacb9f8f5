package dev.frontrow.docs.generator;

import static dev.frontrow.docs.generator.Markdown.code;
import static dev.frontrow.docs.generator.Markdown.link;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Every problem that a client can be answered with, as the running service lists them at {@code /problems}. */
final class Problems {

    private record Problem(String code, int status, String title, String description) {}

    private final TreeMap<String, Problem> problems = new TreeMap<>();

    Problems(String json) {
        for (var problem : JsonMapper.shared().readValue(json, Problem[].class)) {
            problems.put(problem.code(), problem);
        }
    }

    boolean isKnown(String code) {
        return problems.containsKey(code);
    }

    /**
     * Writes the page.
     *
     * @param answering the operations that answer with a problem, by its code; all others are what any request may meet
     */
    void writeTo(Documents documents, Map<String, List<String>> answering) {
        var document = Markdown.titled("Problems")
                .paragraph("""
                        A refusal is answered as `application/problem+json` (RFC 9457); its member `code` is one of these, its
                        `type` the page `/problems/<code>` that the service itself serves. A refusal changes nothing. Which
                        operation answers which is in the %s.""".formatted(link("REST reference", "rest.md")))
                .table(
                        List.of("Code", "Status", "Title"),
                        problems.values().stream()
                                .map(problem -> List.of(
                                        link(code(problem.code()), "#" + Markdown.anchor(problem.code())),
                                        String.valueOf(problem.status()),
                                        problem.title())));
        problems.values()
                .forEach(problem -> document.heading(2, problem.code())
                        .paragraph("**" + problem.status() + " " + problem.title() + ".** " + problem.description())
                        .paragraph(answering.getOrDefault(problem.code(), List.of()).stream()
                                .map(operation -> link(code(operation), "rest.md#" + Markdown.anchor(operation)))
                                .reduce((one, other) -> one + ", " + other)
                                .map(operations -> "Answered by " + operations + ".")
                                .orElse("Any request may meet it.")));
        documents.add("docs/generated/problems.md", document);
    }
}
