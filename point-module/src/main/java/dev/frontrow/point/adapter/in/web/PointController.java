package dev.frontrow.point.adapter.in.web;

import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.IdempotencyKeyRequired;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.Refuses;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.Points;
import dev.frontrow.point.application.port.in.ChargePoints;
import dev.frontrow.point.application.port.in.ChargePoints.Order;
import dev.frontrow.point.application.query.BalanceView;
import dev.frontrow.point.application.query.PointTransactionView;
import dev.frontrow.point.application.query.PointViews;
import dev.frontrow.point.domain.BalanceLimitExceeded;
import dev.frontrow.point.domain.ChargeLimitExceeded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/points", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Points", description = "Your account: charge it, and see what became of it. 1 point = 1 won.")
class PointController {

    private final ChargePoints chargePoints;
    private final PointViews points;

    PointController(ChargePoints chargePoints, PointViews points) {
        this.chargePoints = chargePoints;
        this.points = points;
    }

    @GetMapping
    @Operation(
            operationId = "getPointBalance",
            summary = "Show the balance",
            description = "What is on your account; 0 if it was never charged.")
    BalanceView balance(UserId user) {
        return points.balance(user);
    }

    @PostMapping(path = "/charges", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "chargePoints", summary = "Charge points", description = """
            Puts points on your account. Repeated with the same key and amount, it answers with the first charge again \
            (header `Idempotency-Replayed: true`) and charges nothing.""")
    @ApiResponse(
            responseCode = "201",
            description = "Charged, now or before",
            headers = @Header(name = HttpHeaders.LOCATION, hidden = true),
            useReturnTypeSchema = true)
    @Refuses({
        IdempotencyKeyRequired.class,
        IdempotencyKeyReused.class,
        ChargeLimitExceeded.class,
        BalanceLimitExceeded.class
    })
    ResponseEntity<ChargeResponse> charge(
            @Nullable IdempotencyKey key, @Valid @RequestBody ChargeRequest request, UserId user) {
        if (key == null) {
            throw new IdempotencyKeyRequired("A charge");
        }
        var charged = chargePoints.charge(new Order(user, key, new Points(request.amount())));
        var answer = ResponseEntity.status(HttpStatus.CREATED);
        if (charged.replayed()) {
            answer.header(IdempotencyKey.REPLAYED, "true");
        }
        return answer.body(ChargeResponse.from(charged.charge()));
    }

    @GetMapping("/transactions")
    @Operation(operationId = "listPointTransactions", summary = "List point transactions", description = """
            What changed your balance, newest first, in the order in which it happened: each `balanceAfter` is that of the \
            one before plus `amount`.""")
    Page<PointTransactionView> transactions(PageRequest page, UserId user) {
        return points.transactions(user, page);
    }
}
