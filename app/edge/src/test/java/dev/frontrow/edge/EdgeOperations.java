package dev.frontrow.edge;

import dev.frontrow.edge.ShopRefused.SoldOut;
import dev.frontrow.edge.ShopRefused.TooMany;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operations of each kind, for edge to stand in front of. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
public class EdgeOperations {

    private static final Thing THING = new Thing(ThingId.of("0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10"), null, null);

    private final AtomicInteger orders = new AtomicInteger();
    private final SharedJson json;

    EdgeOperations(SharedJson json) {
        this.json = json;
    }

    /** How many orders have been taken so far. */
    public int orders() {
        return orders.get();
    }

    @GetMapping("/api/v1/edge/open")
    @OpenToAll
    Map<String, Boolean> open() {
        return Map.of("open", true);
    }

    @GetMapping("/api/v1/edge/me")
    Map<String, String> me(UserId user) {
        return Map.of("user", user.value());
    }

    @GetMapping("/api/v1/admin/edge/me")
    Map<String, String> admin(UserId user) {
        return Map.of("admin", user.value());
    }

    @GetMapping("/api/v1/edge/cached")
    ResponseEntity<Map<String, String>> cached() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of());
    }

    @GetMapping("/api/v1/edge/cached-by-hand")
    Map<String, String> cachedByHand(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "max-age=7");
        return Map.of();
    }

    @GetMapping("/api/v1/edge/shared")
    @ApiResponse(responseCode = "200", description = "A thing", useReturnTypeSchema = true)
    SharedAnswer<Thing> shared() {
        return new SharedAnswer<>("v1", () -> json.write(THING));
    }

    @GetMapping("/api/v1/edge/shared-by-all")
    @OpenToAll
    @KeptBy("public, max-age=7")
    @ApiResponse(responseCode = "200", description = "A thing", useReturnTypeSchema = true)
    SharedAnswer<Thing> sharedByAll() {
        return new SharedAnswer<>("v1", () -> json.write(THING));
    }

    @PostMapping(path = "/api/v1/edge/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
    Order order(@Valid @RequestBody Order order) {
        orders.incrementAndGet();
        return order;
    }

    @GetMapping("/api/v1/edge/list")
    Map<String, Object> list(PageRequest page) {
        return Map.of("limit", page.limit(), "before", page.before());
    }

    @PostMapping("/api/v1/edge/keyed")
    @ApiResponse(
            responseCode = "201",
            description = "Made",
            headers = @Header(name = HttpHeaders.LOCATION, hidden = true),
            useReturnTypeSchema = true)
    @Refuses({IdempotencyKeyRequired.class, IdempotencyKeyReused.class})
    ResponseEntity<Map<String, @Nullable String>> keyed(@Nullable IdempotencyKey key) {
        if (key == null) {
            throw new IdempotencyKeyRequired("A test");
        }
        return ResponseEntity.status(201).body(Map.of("key", key.value()));
    }

    @PostMapping("/api/v1/edge/perhaps-keyed")
    @ApiResponse(responseCode = "201", description = "Made", useReturnTypeSchema = true)
    ResponseEntity<Map<String, @Nullable String>> perhapsKeyed(@Nullable IdempotencyKey key) {
        var answer = new HashMap<String, @Nullable String>();
        answer.put("key", key == null ? null : key.value());
        return ResponseEntity.created(URI.create("/made")).body(answer);
    }

    @GetMapping("/api/v1/edge/things/{id}")
    @Refuses({SoldOut.class, TooMany.class})
    Thing thing(@PathVariable ThingId id) {
        return new Thing(id, List.of(id), id.value());
    }

    @PostMapping(path = "/api/v1/edge/things", consumes = MediaType.APPLICATION_JSON_VALUE)
    Thing things(@Valid @RequestBody Thing thing) {
        return thing;
    }

    @GetMapping("/api/v1/edge/page")
    Map<String, Object> page(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "row-count", defaultValue = "1") @Max(5) int rows,
            @RequestHeader(name = "Edge-Key", defaultValue = "none") @Size(max = 5) String key) {
        return Map.of("rows", rows, "key", key);
    }

    @GetMapping("/api/v1/edge/required")
    Map<String, Object> required(@RequestParam String name, @RequestHeader("Edge-Key") String key) {
        return Map.of("name", name, "key", key);
    }

    @GetMapping("/api/v1/edge/refusal")
    Map<String, String> refusal() {
        throw new TooMany(4);
    }

    @GetMapping(path = "/api/v1/edge/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Map<String, String> stream() {
        throw new SoldOut();
    }

    @GetMapping("/api/v1/edge/failure/{kind}")
    Map<String, String> failure(@PathVariable String kind) {
        throw switch (kind) {
            case "bug" -> new IllegalStateException("secret at dev.frontrow.Secret");
            case "deadlock" ->
                new UncategorizedSQLException("task", "select secret", new SQLException("secret", "40P01"));
            case "caused" -> new IllegalStateException("while something was done", new SoldOut());
            default -> new IllegalArgumentException(kind);
        };
    }

    @GetMapping("/edge-page")
    @Hidden
    Map<String, String> page() {
        return Map.of();
    }

    public enum Color {
        RED,
        BLUE
    }

    public record Thing(
            @Schema(example = "a-thing") @NotNull ThingId id,
            @Nullable List<ThingId> others,
            @Nullable UUID uuid) {}

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
}
