package dev.frontrow.point.adapter.in.web;

import dev.frontrow.point.application.port.in.ChargePoints;
import dev.frontrow.point.application.port.in.ChargePoints.Order;
import dev.frontrow.point.application.query.PointsOfUser;
import dev.frontrow.point.domain.IdempotencyKey;
import dev.frontrow.point.domain.IdempotencyKeyRequired;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/points")
@Tag(name = "Points", description = "Your account: charge it, and see what became of it. 1 point = 1 won.")
class PointController {

    private static final String REVALIDATED = "private, no-cache";

    private final ChargePoints chargePoints;
    private final PointsOfUser points;
    private final PointResponses responses;

    PointController(ChargePoints chargePoints, PointsOfUser points, PointResponses responses) {
        this.chargePoints = chargePoints;
        this.points = points;
        this.responses = responses;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getPointBalance",
            summary = "Show the balance",
            description = "What is on your account; 0 if it was never charged.")
    @ApiResponse(responseCode = "200", description = "The balance", useReturnTypeSchema = true)
    ResponseEntity<BalanceResponse> balance(Principal principal) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATED)
                .body(new BalanceResponse(points.balance(principal.getName())));
    }

    @PostMapping(
            path = "/charges",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "chargePoints", summary = "Charge points", description = """
                    Puts points on your account. Repeated with the same key and amount, it answers with the first charge \
                    again (header `Idempotency-Replayed: true`) and charges nothing.""")
    @ApiResponse(
            responseCode = "201",
            description = "Charged, now or before",
            useReturnTypeSchema = true,
            headers =
                    @Header(
                            name = "Idempotency-Replayed",
                            description = "`true` where it had been charged before; left out otherwise.",
                            schema = @Schema(type = "string", allowableValues = "true")))
    @ApiResponse(
            responseCode = "400",
            description = "`idempotency-key-required`: the header is missing. `invalid-request`: malformed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject(ProblemExamples.IDEMPOTENCY_KEY_REQUIRED)))
    @ApiResponse(
            responseCode = "422",
            description =
                    "`idempotency-key-reused`: the key named another amount. `charge-limit-exceeded`, `balance-limit-exceeded`: too many points",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = {
                                @ExampleObject(
                                        name = "idempotency-key-reused",
                                        value = ProblemExamples.IDEMPOTENCY_KEY_REUSED),
                                @ExampleObject(
                                        name = "charge-limit-exceeded",
                                        value = ProblemExamples.CHARGE_LIMIT_EXCEEDED),
                                @ExampleObject(
                                        name = "balance-limit-exceeded",
                                        value = ProblemExamples.BALANCE_LIMIT_EXCEEDED)
                            }))
    ResponseEntity<ChargeResponse> charge(
            @Parameter(
                            description = "A name of your own for this charge, 1 to 255 visible ASCII characters.",
                            required = true,
                            schema = @Schema(type = "string", minLength = 1, maxLength = 255, pattern = "^[!-~]+$"))
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    IdempotencyKey key,
            @Valid @RequestBody ChargeRequest request,
            Principal principal) {
        if (key == null) {
            throw new IdempotencyKeyRequired();
        }
        var charged = chargePoints.charge(new Order(principal.getName(), key, request.amount()));
        var response = ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore());
        if (charged.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.body(ChargeResponse.from(charged.charge()));
    }

    @GetMapping(path = "/transactions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listPointTransactions", summary = "List point transactions", description = """
                    What changed your balance, newest first, in the order in which it happened: each `balanceAfter` is that \
                    of the one before plus `amount`.""")
    @ApiResponse(responseCode = "200", description = "A page of transactions", useReturnTypeSchema = true)
    ResponseEntity<PointTransactionListResponse> transactions(
            @Parameter(
                            description = "How many at most.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
                    @RequestParam(required = false)
                    @Nullable
                    PageLimit limit,
            @Parameter(description = "`nextCursor` of the page before.", schema = @Schema(type = "string"))
                    @RequestParam(required = false)
                    @Nullable
                    Cursor cursor,
            Principal principal) {
        var page = points.transactions(
                principal.getName(),
                (cursor == null ? Cursor.START : cursor).before(),
                (limit == null ? PageLimit.DEFAULT : limit).items());
        var next = page.next();
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATED)
                .body(new PointTransactionListResponse(
                        page.transactions().stream().map(responses::response).toList(),
                        next == null ? null : new Cursor(next).text()));
    }
}
