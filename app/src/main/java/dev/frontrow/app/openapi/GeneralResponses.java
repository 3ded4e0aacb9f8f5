package dev.frontrow.app.openapi;

import dev.frontrow.app.problem.GeneralProblem;
import dev.frontrow.app.problem.ProblemCatalogue;
import dev.frontrow.app.problem.ProblemKind;
import dev.frontrow.app.security.Access;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpMethod;

/**
 * Adds to each operation what any operation may answer, where it does not say so itself, and whether it needs a token.
 * Where an operation names a problem without its form, the form is added.
 */
final class GeneralResponses implements GlobalOpenApiCustomizer {

    private static final String PROBLEM = "ProblemDetail";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String RESPONSES = "#/components/responses/";
    private static final String API = "/api/v1/";

    private final ProblemCatalogue catalogue;

    GeneralResponses(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void customise(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getComponents().addSchemas(PROBLEM, problemSchema());
        for (var general : GeneralProblem.values()) {
            document.getComponents().addResponses(general.code(), response(general));
        }
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (path.startsWith(API)) {
                        complete(operation, Access.of(HttpMethod.valueOf(method.name()), path));
                    }
                }));
    }

    private static void complete(Operation operation, Access access) {
        if (access != Access.OPEN && operation.getSecurity() == null) {
            operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.BEARER));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        var responses = operation.getResponses();
        responses.forEach((status, response) -> addForm(status, response));
        for (var general : generalOf(operation, access)) {
            responses.computeIfAbsent(
                    Integer.toString(general.status().value()),
                    _ -> new ApiResponse().$ref(RESPONSES + general.code()));
        }
    }

    private static Set<GeneralProblem> generalOf(Operation operation, Access access) {
        var problems = EnumSet.of(
                GeneralProblem.INVALID_REQUEST,
                GeneralProblem.NOT_ACCEPTABLE,
                GeneralProblem.RATE_LIMITED,
                GeneralProblem.INTERNAL_ERROR,
                GeneralProblem.UNAVAILABLE);
        if (access != Access.OPEN) {
            problems.add(GeneralProblem.UNAUTHENTICATED);
        }
        if (access == Access.ADMIN) {
            problems.add(GeneralProblem.FORBIDDEN);
        }
        if (operation.getRequestBody() != null) {
            problems.add(GeneralProblem.REQUEST_TOO_LARGE);
            problems.add(GeneralProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        return problems;
    }

    /** An operation that only says "409: taken" means a problem of that status. */
    private static void addForm(String status, ApiResponse response) {
        boolean refusal = status.startsWith("4") || status.startsWith("5");
        if (!refusal || response.get$ref() != null) {
            return;
        }
        var content = response.getContent();
        if (content == null || !content.containsKey(PROBLEM_JSON)) {
            response.setContent(new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(problemReference())));
        } else if (content.get(PROBLEM_JSON).getSchema() == null) {
            content.get(PROBLEM_JSON).setSchema(problemReference());
        }
    }

    private ApiResponse response(GeneralProblem general) {
        var kind = catalogue.find(general.code()).orElseThrow();
        var response = new ApiResponse()
                .description("`" + kind.code() + "`: " + kind.description())
                .content(new Content()
                        .addMediaType(
                                PROBLEM_JSON,
                                new MediaType().schema(problemReference()).example(example(kind))));
        return switch (general) {
            case RATE_LIMITED, UNAVAILABLE ->
                response.addHeaderObject(
                        "Retry-After", header(new IntegerSchema(), "After how many seconds to repeat"));
            case UNAUTHENTICATED ->
                response.addHeaderObject("WWW-Authenticate", header(new StringSchema(), "Bearer, and what is wrong"));
            default -> response;
        };
    }

    private static Header header(Schema<?> schema, String description) {
        return new Header().schema(schema).description(description);
    }

    private static Object example(ProblemKind kind) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "/problems/" + kind.code());
        example.put("title", kind.title());
        example.put("status", kind.status());
        example.put("detail", "What is special about this case.");
        example.put("instance", "/api/v1/…");
        example.put("code", kind.code());
        if (kind.code().equals(GeneralProblem.INVALID_REQUEST.code())) {
            example.put("errors", List.of(Map.of("field", "concertId", "message", "must not be null")));
        }
        return example;
    }

    private static Schema<?> problemReference() {
        return new Schema<>().$ref(SCHEMAS + PROBLEM);
    }

    private static Schema<?> problemSchema() {
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
                .addProperty("errors", new ArraySchema().items(error).description("Of `invalid-request` alone"))
                .required(List.of("type", "title", "status", "code"))
                .additionalProperties(true);
    }
}
