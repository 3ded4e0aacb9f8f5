package dev.frontrow.edge.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.frontrow.edge.Access;
import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.IdempotencyKeyRequired;
import dev.frontrow.edge.IfMatch;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.PreconditionRequired;
import dev.frontrow.edge.Refuses;
import dev.frontrow.edge.SharedAnswer;
import dev.frontrow.edge.problem.ProblemCatalogue;
import dev.frontrow.edge.problem.ProblemCatalogue.Entry;
import dev.frontrow.edge.request.CachePolicy;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds to each operation what follows from its declaration: whether it needs a token, its page and idempotency key, the
 * refusals that it names and the problems that any operation may answer, each with its meaning, an example and its headers,
 * and who may keep its answer.
 */
final class OperationResponses implements GlobalOperationCustomizer {

    private static final String NOT_MODIFIED = "304";

    private final ProblemCatalogue catalogue;
    private final ExpectedRefusals expected;

    OperationResponses(ProblemCatalogue catalogue, ExpectedRefusals expected) {
        this.catalogue = catalogue;
        this.expected = expected;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var access = Access.of(handler.getMethod(), handler.getBeanType());
        if (access != Access.OPEN && operation.getSecurity() == null) {
            operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.BEARER));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        var refusals = expected.of(handler.getMethod());
        describeParameters(operation, handler, refusals);
        if (isShared(handler)) {
            describeName(operation);
        }
        operation.getResponses().forEach((status, response) -> {
            nameAfter(operation, response);
            describeSuccess(status, response, handler);
        });
        var foundBefore = generalOf(operation, access);
        problems(refusals, handler.getMethodAnnotation(Refuses.class), foundBefore)
                .forEach((status, entries) -> operation.getResponses().put(status, response(entries, foundBefore)));
        return operation;
    }

    private static void describeParameters(
            Operation operation, HandlerMethod handler, Set<Class<? extends RuntimeException>> refusals) {
        if (takes(handler, PageRequest.class)) {
            operation.addParametersItem(new QueryParameter()
                    .name("limit")
                    .description("How many at most.")
                    .schema(new IntegerSchema()
                            .minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(PageRequest.LIMIT_MAX))
                            ._default(PageRequest.LIMIT_DEFAULT)));
            operation.addParametersItem(new QueryParameter()
                    .name("cursor")
                    .description("The `nextCursor` of the page before; none for the first page.")
                    .schema(new StringSchema()));
        }
        if (takes(handler, IdempotencyKey.class)) {
            operation.addParametersItem(new HeaderParameter()
                    .name(IdempotencyKey.HEADER)
                    .description("A name of your own for this request, 1 to 255 visible ASCII characters.")
                    .required(refusals.contains(IdempotencyKeyRequired.class))
                    .schema(new StringSchema().minLength(1).maxLength(255).pattern("^[!-~]+$")));
        }
        if (takes(handler, IfMatch.class)) {
            operation.addParametersItem(new HeaderParameter()
                    .name(HttpHeaders.IF_MATCH)
                    .description("The `ETag` of what you have seen, or several, or `*` for any; weak ones never match.")
                    .required(refusals.contains(PreconditionRequired.class))
                    .schema(new StringSchema()));
        }
    }

    private static boolean isShared(HandlerMethod handler) {
        return handler.getReturnType().getParameterType().equals(SharedAnswer.class);
    }

    /** Where the content has a name, clients send the one they have. */
    private static void describeName(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name(HttpHeaders.IF_NONE_MATCH)
                .description("The `ETag` of what you have; while that is the content still, the answer is 304.")
                .schema(new StringSchema()));
        operation
                .getResponses()
                .addApiResponse(NOT_MODIFIED, new ApiResponse().description("You have the content already."));
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Stream.of(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }

    /** An answer that nobody described is what the operation is for. */
    private static void nameAfter(Operation operation, ApiResponse response) {
        if ("OK".equals(response.getDescription()) && operation.getSummary() != null) {
            response.setDescription(operation.getSummary());
        }
    }

    private static void describeSuccess(String status, ApiResponse response, HandlerMethod handler) {
        if (!status.startsWith("2") && !status.equals(NOT_MODIFIED)) {
            return;
        }
        var keeps = CachePolicy.of(handler.getMethod(), handler.getBeanType());
        add(response, HttpHeaders.CACHE_CONTROL, new StringSchema(), "`" + keeps + "`");
        if (isShared(handler)) {
            add(
                    response,
                    HttpHeaders.ETAG,
                    new StringSchema(),
                    "Weak, made from the content; to be sent as `If-None-Match`.");
        }
        if (takes(handler, IfMatch.class)) {
            add(
                    response,
                    HttpHeaders.ETAG,
                    new StringSchema(),
                    "Strong, the version that is in force now; to be sent as `If-Match`.");
        }
        if (status.equals("201")) {
            if (!hides(handler, HttpHeaders.LOCATION)) {
                add(response, HttpHeaders.LOCATION, new StringSchema().format("uri-reference"), "Where it is found.");
            }
            if (takes(handler, IdempotencyKey.class)) {
                add(
                        response,
                        IdempotencyKey.REPLAYED,
                        new StringSchema()._enum(List.of("true")),
                        "`true` where an earlier request was answered so; left out otherwise.");
            }
        }
    }

    /** What is made and has no address of its own says so by hiding the header. */
    private static boolean hides(HandlerMethod handler, String header) {
        return AnnotatedElementUtils.findMergedRepeatableAnnotations(
                        handler.getMethod(), io.swagger.v3.oas.annotations.responses.ApiResponse.class)
                .stream()
                .flatMap(response -> Stream.of(response.headers()))
                .anyMatch(declared -> declared.hidden() && declared.name().equals(header));
    }

    /** What is found before the operation, or goes wrong in any. */
    private static Set<GeneralProblem> generalOf(Operation operation, Access access) {
        var problems = EnumSet.of(
                GeneralProblem.INVALID_REQUEST,
                GeneralProblem.METHOD_NOT_ALLOWED,
                GeneralProblem.NOT_ACCEPTABLE,
                GeneralProblem.RATE_LIMITED,
                GeneralProblem.INTERNAL_ERROR,
                GeneralProblem.UNAVAILABLE);
        // A token sent to an open read must be valid; logging in, the one open write, does not look at it.
        if (access != Access.OPEN || operation.getRequestBody() == null) {
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

    /** By status; of one status the operation's own first. */
    private TreeMap<String, List<Entry>> problems(
            Set<Class<? extends RuntimeException>> refusals, @Nullable Refuses own, Set<GeneralProblem> foundBefore) {
        var general = new LinkedHashSet<GeneralProblem>(own == null ? List.of() : List.of(own.general()));
        general.addAll(foundBefore);
        return Stream.concat(
                        refusals.stream()
                                .map(refusal -> catalogue
                                        .of(refusal)
                                        .orElseThrow(() -> new IllegalStateException(
                                                refusal.getName() + " is the example of no problem"))),
                        general.stream().flatMap(problem -> catalogue.find(problem.code()).stream()))
                .collect(groupingBy(
                        entry -> Integer.toString(entry.problem().status().value()), TreeMap::new, toList()));
    }

    /** What is found before the operation, alone, is described once for all; otherwise each with its example. */
    private static ApiResponse response(List<Entry> entries, Set<GeneralProblem> foundBefore) {
        return entries.size() == 1
                        && entries.getFirst().problem() instanceof GeneralProblem general
                        && foundBefore.contains(general)
                ? new ApiResponse().$ref(ProblemDescription.RESPONSES + general.code())
                : ProblemDescription.of(entries, foundBefore);
    }

    private static void add(ApiResponse response, String name, Schema<?> schema, String description) {
        if (response.getHeaders() == null || !response.getHeaders().containsKey(name)) {
            response.addHeaderObject(name, new Header().schema(schema).description(description));
        }
    }
}
