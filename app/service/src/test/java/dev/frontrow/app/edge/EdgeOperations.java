package dev.frontrow.app.edge;

import dev.frontrow.edge.FastPath;
import dev.frontrow.edge.OpenToAll;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.Principal;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessResourceFailureException;
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

    @PostMapping("/api/v1/edge/made")
    ResponseEntity<Map<String, String>> make() {
        return ResponseEntity.created(URI.create("/api/v1/edge/me")).body(Map.of());
    }

    /** An operation that is reached by the fast path, and whose database is away. */
    @Bean
    static FilterRegistrationBean<Filter> failingOnTheFastPath(ObjectProvider<FastPath> fastPath) {
        var registration = new FilterRegistrationBean<Filter>((request, response, ordinary) -> fastPath.getObject()
                .lead((HttpServletRequest) request, (HttpServletResponse) response, new Failing(), ordinary));
        registration.addUrlPatterns("/api/v1/concerts/edge/failing");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    private static final class Failing implements FastPath.Operation {

        @Override
        public String path() {
            return "/api/v1/concerts/edge/failing";
        }

        @Override
        public void answer(HttpServletRequest request, HttpServletResponse response) {
            throw new DataAccessResourceFailureException("the database is away");
        }
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
