package dev.frontrow.edge.openapi;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.Problems;
import dev.frontrow.edge.problem.ProblemCatalogue.Entry;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Describes an answer that is one of several problems of the same status, as the catalogue has them. */
final class ProblemDescription {

    static final String SCHEMA = "ProblemDetail";
    static final String RESPONSES = "#/components/responses/";
    private static final String PROBLEM_JSON = "application/problem+json";

    private ProblemDescription() {}

    /** @param foundBefore those that are found before the operation, with headers of their own */
    static ApiResponse of(List<Entry> entries, Set<GeneralProblem> foundBefore) {
        var form = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA));
        if (entries.size() == 1) {
            form.example(example(entries.getFirst()));
        } else {
            entries.forEach(entry -> form.addExamples(entry.code(), new Example().value(example(entry))));
        }
        var response = new ApiResponse()
                .description(entries.stream()
                        .map(entry -> "`" + entry.code() + "`: "
                                + entry.problem().statement().meaning())
                        .collect(Collectors.joining(" ")))
                .content(new Content().addMediaType(PROBLEM_JSON, form));
        addRetryAfter(response, entries);
        for (var entry : entries) {
            var with = entries.size() > 1 ? ", with `" + entry.code() + "`" : "";
            if (entry.problem() instanceof GeneralProblem general && foundBefore.contains(general)) {
                addHeaders(response, general, with);
            }
        }
        return response;
    }

    private static void addRetryAfter(ApiResponse response, List<Entry> entries) {
        var dated =
                entries.stream().filter(ProblemDescription::saysWhenToRepeat).toList();
        if (dated.isEmpty()) {
            return;
        }
        var with = dated.size() == entries.size()
                ? ""
                : dated.stream()
                        .map(entry -> "`" + entry.code() + "`")
                        .collect(Collectors.joining(", ", ", with ", ""));
        response.addHeaderObject(
                HttpHeaders.RETRY_AFTER,
                new Header().schema(new IntegerSchema()).description("After how many seconds to repeat" + with));
    }

    private static boolean saysWhenToRepeat(Entry entry) {
        return entry.example().getHeaders().containsHeader(HttpHeaders.RETRY_AFTER)
                || Problems.asksToComeBack(entry.problem().status().value());
    }

    private static void addHeaders(ApiResponse response, GeneralProblem problem, String with) {
        switch (problem) {
            case UNAUTHENTICATED, FORBIDDEN ->
                response.addHeaderObject(
                        HttpHeaders.WWW_AUTHENTICATE,
                        new Header().schema(new StringSchema()).description("Bearer, and what is wrong" + with));
            case METHOD_NOT_ALLOWED ->
                response.addHeaderObject(
                        HttpHeaders.ALLOW,
                        new Header().schema(new StringSchema()).description("The methods that this address knows"));
            default -> {}
        }
    }

    /** As a client gets it; where it happened is left open. */
    private static Map<String, @Nullable Object> example(Entry entry) {
        var body = entry.example().getBody();
        var example = new LinkedHashMap<String, @Nullable Object>();
        example.put("type", String.valueOf(body.getType()));
        example.put("title", body.getTitle());
        example.put("status", body.getStatus());
        example.put("detail", body.getDetail());
        example.put("instance", "/api/v1/…");
        if (body.getProperties() != null) {
            example.putAll(body.getProperties());
        }
        return example;
    }

    /** The form that all problems have. */
    static Schema<?> schema() {
        var error = new ObjectSchema()
                .addProperty("field", new StringSchema().description("Path in the body, or a parameter's name"))
                .addProperty("message", new StringSchema())
                .required(List.of("field", "message"));
        return new ObjectSchema()
                .description("An error (RFC 9457). Some codes have members of their own.")
                .addProperty("type", new StringSchema().format("uri-reference").description("A page that explains it"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What is special about this case"))
                .addProperty(
                        "instance", new StringSchema().format("uri-reference").description("The path asked for"))
                .addProperty("code", new StringSchema().description("What a program decides by"))
                .addProperty(
                        "errors",
                        new ArraySchema().items(error).description("Of `invalid-request`, `change-not-allowed`"))
                .required(List.of("type", "title", "status", "code"))
                .additionalProperties(true);
    }
}
