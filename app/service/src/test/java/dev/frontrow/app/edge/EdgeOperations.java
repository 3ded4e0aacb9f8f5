package dev.frontrow.app.edge;

import dev.frontrow.edge.OpenToAll;
import java.security.Principal;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operations of each kind, for the edge to stand in front of. */
@TestComponent
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
public class EdgeOperations {

    private final JdbcClient jdbc;

    EdgeOperations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @OpenToAll
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
    Order order(@RequestBody Order order) {
        return order;
    }

    @OpenToAll
    @GetMapping("/api/v1/concerts/edge/text")
    Map<String, String> text(@RequestParam String text) {
        return Map.of(
                "text",
                jdbc.sql("select :text::text")
                        .param("text", text)
                        .query(String.class)
                        .single());
    }

    public record Order(String name) {}
}
