package dev.frontrow.app.openapi;

import dev.frontrow.app.problem.GeneralProblem;
import dev.frontrow.app.problem.ProblemCatalogue;
import dev.frontrow.app.problem.ProblemKind;
import dev.frontrow.app.security.Access;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
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
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpMethod;

/**
 * Adds to each operation what any operation may answer, and whether it needs a token. Where an operation describes an
 * answer of the same status itself, both are described there. Where it names a problem without its form or the headers
 * that come with it, those are added.
 */
final class GeneralResponses implements GlobalOpenApiCustomizer {

    private static final String PROBLEM = "ProblemDetail";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String RESPONSES = "#/components/responses/";
    private static final String API = "/api/v1/";
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([^\"]+)\"");

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
                        complete(operation, method, Access.of(HttpMethod.valueOf(method.name()), path));
                    }
                }));
    }

    private void complete(Operation operation, PathItem.HttpMethod method, Access access) {
        if (access != Access.OPEN && operation.getSecurity() == null) {
            operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.BEARER));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        var responses = operation.getResponses();
        responses.forEach((status, response) -> completeOwn(status, response, method, access));
        for (var general : generalOf(operation, method, access)) {
            var status = Integer.toString(general.status().value());
            var own = responses.get(status);
            if (own == null) {
                responses.addApiResponse(status, new ApiResponse().$ref(RESPONSES + general.code()));
            } else if (own.get$ref() == null) {
                merge(own, catalogue.find(general.code()).orElseThrow());
            }
        }
    }

    private void completeOwn(String status, ApiResponse response, PathItem.HttpMethod method, Access access) {
        if (response.get$ref() != null) {
            return;
        }
        if (status.startsWith("2") || status.equals("304")) {
            ResponseHeaders.ofSuccess(response, method, access);
        } else if (status.startsWith("4") || status.startsWith("5")) {
            formOf(response);
            for (var kind : catalogue.all()) {
                if (Integer.toString(kind.status()).equals(status) && names(response, kind)) {
                    ResponseHeaders.ofProblem(response, kind.code());
                }
            }
        }
    }

    /** An operation's own refusals and the general one of the same status are one answer, with an example of each. */
    private void merge(ApiResponse response, ProblemKind general) {
        if (!names(response, general)) {
            response.setDescription(response.getDescription() + "; " + described(general));
        }
        ResponseHeaders.ofGeneralProblem(response, general.code());
        var form = formOf(response);
        var examples = new LinkedHashMap<String, Example>();
        if (form.getExamples() != null) {
            examples.putAll(form.getExamples());
        } else if (form.getExample() != null) {
            examples.put(codeOf(form.getExample()), new Example().value(form.getExample()));
        }
        for (var kind : catalogue.all()) {
            if (kind.status() == general.status() && names(response, kind)) {
                examples.computeIfAbsent(kind.code(), _ -> new Example().value(example(kind)));
            }
        }
        form.setExample(null);
        form.setExampleSetFlag(false);
        form.setExamples(examples);
    }

    private static boolean names(ApiResponse response, ProblemKind kind) {
        return response.getDescription() != null
                && Pattern.compile("(?<![a-z-])" + kind.code() + "(?![a-z-])")
                        .matcher(response.getDescription())
                        .find();
    }

    private static String codeOf(Object example) {
        if (example instanceof Map<?, ?> members) {
            return String.valueOf(members.get("code"));
        }
        var code = CODE.matcher(example.toString());
        return code.find() ? code.group(1) : "example";
    }

    private static Set<GeneralProblem> generalOf(Operation operation, PathItem.HttpMethod method, Access access) {
        var problems = EnumSet.of(
                GeneralProblem.INVALID_REQUEST,
                GeneralProblem.METHOD_NOT_ALLOWED,
                GeneralProblem.NOT_ACCEPTABLE,
                GeneralProblem.RATE_LIMITED,
                GeneralProblem.INTERNAL_ERROR,
                GeneralProblem.UNAVAILABLE);
        // A token sent to an open read must be valid; logging in, the one open write, does not look at it.
        if (access != Access.OPEN || method == PathItem.HttpMethod.GET) {
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
    private static MediaType formOf(ApiResponse response) {
        var content = response.getContent();
        if (content == null || !content.containsKey(PROBLEM_JSON)) {
            content = new Content().addMediaType(PROBLEM_JSON, new MediaType());
            response.setContent(content);
        }
        var form = Objects.requireNonNull(content.get(PROBLEM_JSON));
        if (form.getSchema() == null) {
            form.setSchema(problemReference());
        }
        return form;
    }

    private ApiResponse response(GeneralProblem general) {
        var kind = catalogue.find(general.code()).orElseThrow();
        var response = new ApiResponse()
                .description(described(kind))
                .content(new Content()
                        .addMediaType(
                                PROBLEM_JSON,
                                new MediaType().schema(problemReference()).example(example(kind))));
        ResponseHeaders.ofGeneralProblem(response, kind.code());
        return response;
    }

    private static String described(ProblemKind kind) {
        return "`" + kind.code() + "`: " + kind.description();
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
            var error = new LinkedHashMap<String, String>();
            error.put("field", "concertId");
            error.put("message", "must not be null");
            example.put("errors", List.of(error));
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
