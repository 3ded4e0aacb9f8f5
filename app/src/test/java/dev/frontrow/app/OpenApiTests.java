package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
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
            "get /api/v1/schedules/{scheduleId}/seats",
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
            "get /api/v1/admin/queues/{concertId}",
            "put /api/v1/admin/queues/{concertId}",
            "get /api/v1/admin/integrity",
            "get /api/v1/admin/parked-events",
            "post /api/v1/admin/parked-events/{id}/retry",
            "post /api/v1/demo/login");

    @LocalServerPort
    int port;

    JsonNode document;

    @BeforeEach
    void readTheDocument() {
        document = new Shop(port).get("/v3/api-docs").expect(200).body();
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
                                .contains("429", "500", "503");
                    }
                }));
    }
}
