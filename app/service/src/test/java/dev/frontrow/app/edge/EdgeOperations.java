package dev.frontrow.app.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operations of each kind, for the edge to stand in front of. */
@TestComponent
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
public class EdgeOperations {

    private final AtomicInteger orders = new AtomicInteger();
    private final JdbcClient jdbc;

    EdgeOperations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many orders have been taken so far. */
    public int orders() {
        return orders.get();
    }

    @GetMapping("/api/v1/concerts/edge/open")
    Map<String, Boolean> open() {
        return Map.of("open", true);
    }

    @GetMapping("/api/v1/edge/me")
    Map<String, String> me(Principal principal) {
        return Map.of("user", principal.getName());
    }

    @GetMapping("/api/v1/admin/edge/me")
    Map<String, String> admin(Principal principal) {
        return Map.of("admin", principal.getName());
    }

    @GetMapping("/api/v1/edge/cached")
    ResponseEntity<Map<String, String>> cached() {
        return ResponseEntity.ok()
                .header("Cache-Control", "private, no-cache")
                .eTag("W/\"1\"")
                .body(Map.of());
    }

    @PostMapping(path = "/api/v1/edge/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
    Order order(@Valid @RequestBody Order order) {
        orders.incrementAndGet();
        return order;
    }

    @GetMapping("/api/v1/edge/page")
    Map<String, Object> page(
            @RequestParam(required = false) @Nullable PageLimit limit,
            @RequestParam(name = "row-count", defaultValue = "1") @Max(5) int rows,
            @RequestHeader(name = "Edge-Key", defaultValue = "none") @Size(max = 5) String key) {
        return Map.of("rows", rows, "key", key);
    }

    @GetMapping("/api/v1/edge/required")
    Map<String, Object> required(@RequestParam String name, @RequestHeader("Edge-Key") String key) {
        return Map.of("name", name, "key", key);
    }

    @GetMapping("/api/v1/edge/refusal")
    ResponseEntity<ProblemDetail> refusal() {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, "said by a module");
        problem.setProperty("code", "forbidden");
        problem.setProperty("limit", 4);
        return ResponseEntity.status(403)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @GetMapping(path = "/api/v1/concerts/edge/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<ProblemDetail> stream() {
        return refusal();
    }

    @GetMapping("/api/v1/concerts/edge/failure/{kind}")
    Map<String, String> failure(@PathVariable String kind) {
        throw switch (kind) {
            case "bug" -> new IllegalStateException("secret at dev.frontrow.Secret");
            case "deadlock" ->
                new UncategorizedSQLException("task", "select secret", new SQLException("secret", "40P01"));
            default -> new IllegalArgumentException(kind);
        };
    }

    @GetMapping("/api/v1/concerts/edge/text")
    Map<String, String> text(@RequestParam String text) {
        return Map.of(
                "text",
                jdbc.sql("select :text::text")
                        .param("text", text)
                        .query(String.class)
                        .single());
    }

    public enum Color {
        RED,
        BLUE
    }

    public record Part(@NotNull @Size(min = 1, max = 5) String label) {}

    public record Order(
            @NotNull @Size(min = 1, max = 10) String name,
            @NotNull @Min(1) Long amount,
            int rows,
            @Nullable Boolean gift,
            @Nullable Instant at,
            @Nullable List<@NotNull String> seats,
            @Nullable Color color,
            @Nullable List<@Valid @NotNull Part> parts) {}

    public record PageLimit(int value) {

        public static PageLimit valueOf(String text) {
            return new PageLimit(Integer.parseInt(text));
        }
    }
}
