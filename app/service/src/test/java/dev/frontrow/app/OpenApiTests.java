package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The generated OpenAPI document describes the whole contract. */
@WholeService
class OpenApiTests {

    private static final List<String> OPERATIONS = List.of(
            "get /api/v1/concerts",
            "get /api/v1/concerts/{concertId}",
            "post /api/v1/queue-tokens",
            "get /api/v1/queue-tokens/current",
            "delete /api/v1/queue-tokens/current",
            "get /api/v1/queue-tokens/current/events",
            "get /api/v1/schedules/{scheduleId}/availability",
            "get /api/v1/schedules/{scheduleId}/layout",
            "get /api/v1/schedules/{scheduleId}/seats",
            "get /api/v1/schedules/{scheduleId}/seat-states",
            "put /api/v1/schedules/{scheduleId}/waiting-list",
            "get /api/v1/schedules/{scheduleId}/waiting-list",
            "delete /api/v1/schedules/{scheduleId}/waiting-list",
            "post /api/v1/reservations",
            "get /api/v1/reservations",
            "get /api/v1/reservations/{id}",
            "delete /api/v1/reservations/{id}",
            "post /api/v1/reservations/{id}/cancellation",
            "get /api/v1/points",
            "post /api/v1/points/charges",
            "get /api/v1/points/transactions",
            "get /api/v1/payments",
            "get /api/v1/payments/{id}",
            "post /api/v1/payments/{id}/pay",
            "post /api/v1/admin/concerts",
            "get /api/v1/admin/concerts",
            "get /api/v1/admin/concerts/{concertId}",
            "patch /api/v1/admin/concerts/{concertId}",
            "post /api/v1/admin/concerts/{concertId}/schedules",
            "post /api/v1/admin/schedules/{scheduleId}/sections",
            "get /api/v1/admin/queues/{concertId}",
            "patch /api/v1/admin/queues/{concertId}",
            "put /api/v1/admin/queues/{concertId}",
            "post /api/v1/admin/schedules/{scheduleId}/blocks",
            "get /api/v1/admin/schedules/{scheduleId}/blocks",
            "delete /api/v1/admin/blocks/{id}",
            "post /api/v1/admin/reservations",
            "get /api/v1/admin/reservations",
            "get /api/v1/admin/reservations/{id}",
            "post /api/v1/admin/reservations/{id}/cancellation",
            "post /api/v1/admin/schedules/{scheduleId}/cancellation",
            "get /api/v1/admin/schedules/{scheduleId}/cancellation",
            "get /api/v1/admin/schedules/{scheduleId}/sales",
            "get /api/v1/admin/schedules/{scheduleId}/tickets",
            "get /api/v1/admin/integrity",
            "get /api/v1/admin/parked-events",
            "post /api/v1/admin/parked-events/{id}/retry",
            "post /api/v1/demo/login");

    private final JsonNode document;

    OpenApiTests(@LocalServerPort int port) {
        this.document = new Shop(port).get("/v3/api-docs").expect(200).body();
    }

    @Test
    void isOpenApi31() {
        assertThat(document.path("openapi").asString("")).startsWith("3.1");
    }

    @Test
    void hasEveryOperationOfTheContractAndNoOther() {
        var found = new TreeSet<String>();
        document.path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    if (path.startsWith("/api/")) {
                        found.add(method + " " + path);
                    }
                }));

        assertThat(found).containsExactlyInAnyOrderElementsOf(OPERATIONS);
    }

    @Test
    void describesEachOperationItsSuccessAndItsProblems() {
        document.path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    if (path.startsWith("/api/")) {
                        var what = method + " " + path;
                        assertThat(operation.path("summary").asString(""))
                                .as(what)
                                .isNotBlank();
                        assertThat(operation.path("operationId").asString(""))
                                .as(what)
                                .matches("[a-z][A-Za-z]+");
                        assertThat(operation.path("responses").propertyNames())
                                .as(what)
                                .anyMatch(status -> status.startsWith("2"))
                                .contains("400", "405", "406", "429", "500", "503");
                    }
                }));
    }

    @Test
    void describesTheHeadersOfEverySuccess() {
        for (var operation : List.of(
                "get /api/v1/concerts",
                "get /api/v1/concerts/{concertId}",
                "get /api/v1/schedules/{scheduleId}/availability",
                "get /api/v1/schedules/{scheduleId}/layout",
                "get /api/v1/schedules/{scheduleId}/seats",
                "get /api/v1/schedules/{scheduleId}/seat-states")) {
            assertThat(headers(operation, "200")).as(operation).containsExactlyInAnyOrder("ETag", "Cache-Control");
            assertThat(headers(operation, "304")).as(operation).containsExactlyInAnyOrder("ETag", "Cache-Control");
            assertThat(operation(operation).path("parameters").valueStream())
                    .as(operation)
                    .anySatisfy(parameter -> {
                        assertThat(parameter.path("name").asString()).isEqualTo("If-None-Match");
                        assertThat(parameter.path("in").asString()).isEqualTo("header");
                    });
        }
        assertThat(headers("post /api/v1/queue-tokens", "201"))
                .containsExactlyInAnyOrder("Location", "Retry-After", "Cache-Control");
        assertThat(headers("post /api/v1/queue-tokens", "200"))
                .containsExactlyInAnyOrder("Retry-After", "Cache-Control");
        assertThat(headers("get /api/v1/queue-tokens/current", "200"))
                .containsExactlyInAnyOrder("Retry-After", "Cache-Control");
        assertThat(headers("post /api/v1/reservations", "201"))
                .containsExactlyInAnyOrder("Location", "Idempotency-Replayed", "Cache-Control");
        assertThat(headers("post /api/v1/points/charges", "201"))
                .containsExactlyInAnyOrder("Idempotency-Replayed", "Cache-Control");
        assertThat(headers("post /api/v1/admin/concerts", "201"))
                .containsExactlyInAnyOrder("Location", "Cache-Control", "ETag", "Idempotency-Replayed");
        for (var change : List.of(
                "patch /api/v1/admin/concerts/{concertId}",
                "patch /api/v1/admin/queues/{concertId}",
                "put /api/v1/admin/queues/{concertId}")) {
            assertThat(headers(change, "200")).as(change).containsExactlyInAnyOrder("Cache-Control", "ETag");
        }
    }

    @Test
    void saysWhoMayKeepAnAnswer() {
        assertThat(caching("get /api/v1/concerts", "200")).isEqualTo("`no-cache`");
        assertThat(caching("get /api/v1/queue-tokens/current", "200")).isEqualTo("`no-store`");
        assertThat(caching("get /api/v1/queue-tokens/current/events", "204")).isEqualTo("`no-store`");
        assertThat(caching("get /api/v1/schedules/{scheduleId}/seats", "304")).isEqualTo("`private, no-cache`");
        assertThat(caching("get /api/v1/schedules/{scheduleId}/seat-states", "200"))
                .isEqualTo("`private, no-cache`");
        assertThat(caching("get /api/v1/schedules/{scheduleId}/layout", "200")).isEqualTo("`public, max-age=60`");
        assertThat(caching("get /api/v1/schedules/{scheduleId}/layout", "304")).isEqualTo("`public, max-age=60`");
        assertThat(caching("post /api/v1/reservations", "201")).isEqualTo("`no-store`");
        assertThat(caching("post /api/v1/reservations/{id}/cancellation", "200"))
                .isEqualTo("`private, no-cache`");
        assertThat(caching("post /api/v1/admin/concerts", "201")).isEqualTo("`no-cache`");
        assertThat(caching("get /api/v1/admin/integrity", "200")).isEqualTo("`no-store`");
    }

    @Test
    void describesTheHeadersOfEveryRefusal() {
        for (var operation : OPERATIONS) {
            if (operation.equals("post /api/v1/demo/login")) {
                assertThat(operation(operation).path("responses").has("401")).isFalse();
            } else {
                assertThat(headers(operation, "401")).as(operation).containsExactly("WWW-Authenticate");
            }
            assertThat(headers(operation, "405")).as(operation).containsExactly("Allow");
            assertThat(headers(operation, "429")).as(operation).containsExactly("Retry-After");
            assertThat(headers(operation, "503")).as(operation).containsExactly("Retry-After");
        }
        for (var operation : List.of(
                "get /api/v1/schedules/{scheduleId}/seats",
                "get /api/v1/schedules/{scheduleId}/seat-states",
                "post /api/v1/reservations")) {
            assertThat(headers(operation, "403")).as(operation).containsExactly("Retry-After");
        }
        assertThat(headers("post /api/v1/admin/concerts", "403")).containsExactly("WWW-Authenticate");
        assertThat(headers("post /api/v1/demo/login", "403")).isEmpty();
    }

    @Test
    void describesAnOperationsOwnProblemsNextToTheGeneralOneOfTheSameStatus() {
        var joining = response("post /api/v1/queue-tokens", "503");
        var stream = response("get /api/v1/queue-tokens/current/events", "503");
        var charge = response("post /api/v1/points/charges", "400");

        assertThat(joining.path("description").asString()).contains("queue-full", "unavailable");
        assertThat(examples(joining)).containsExactlyInAnyOrder("queue-full", "unavailable");
        assertThat(stream.path("description").asString()).contains("too-many-streams", "`unavailable`");
        assertThat(examples(stream)).containsExactlyInAnyOrder("too-many-streams", "unavailable");
        assertThat(examples(charge)).containsExactlyInAnyOrder("idempotency-key-required", "invalid-request");
    }

    @Test
    void describesListsThatMayBeLeftOutAsLists() {
        var schemas = document.at("/components/schemas");

        assertThat(schemas.at("/ConcertPatch/properties/schedules/type").asString(""))
                .isEqualTo("array");
        assertThat(schemas.at("/ConcertPatch/properties/schedules/items/$ref").asString(""))
                .endsWith("/SchedulePatch");
        assertThat(schemas.at("/SchedulePatch/properties/sections/items/$ref").asString(""))
                .endsWith("/SectionPatch");
        assertThat(schemas.propertyNames()).noneMatch(name -> name.startsWith("Given"));
    }

    @Test
    void describesEachTagOnce() {
        assertThat(document.path("tags")
                        .valueStream()
                        .map(tag -> tag.path("name").asString()))
                .doesNotHaveDuplicates()
                .contains("Admin");
        assertThat(document.path("tags").valueStream())
                .allSatisfy(
                        tag -> assertThat(tag.path("description").asString("")).isNotBlank());
    }

    private JsonNode operation(String operation) {
        var words = operation.split(" ");
        return document.required("paths").required(words[1]).required(words[0]);
    }

    /** The response itself, where the operation only refers to it. */
    private JsonNode response(String operation, String status) {
        var response = operation(operation).required("responses").required(status);
        var reference = response.path("$ref").asString("");
        return reference.isEmpty() ? response : document.at(reference.substring(1));
    }

    private Collection<String> headers(String operation, String status) {
        return response(operation, status).path("headers").propertyNames();
    }

    private String caching(String operation, String status) {
        return response(operation, status)
                .at("/headers/Cache-Control/description")
                .asString("");
    }

    private static Collection<String> examples(JsonNode response) {
        return response.required("content")
                .required("application/problem+json")
                .path("examples")
                .propertyNames();
    }
}
