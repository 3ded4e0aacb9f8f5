package dev.frontrow.payment.adapter.in.web;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.application.port.in.PayForReservation;
import dev.frontrow.payment.application.query.PaymentsOfUser;
import dev.frontrow.payment.domain.PaymentNotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/payments")
@Tag(name = "Payments", description = "Paying for reservations with points.")
class PaymentController {

    private static final String REVALIDATED = "private, no-cache";

    private final PayForReservation payForReservation;
    private final PaymentsOfUser payments;
    private final PaymentResponses responses;

    PaymentController(PayForReservation payForReservation, PaymentsOfUser payments, PaymentResponses responses) {
        this.payForReservation = payForReservation;
        this.payments = payments;
        this.responses = responses;
    }

    @PostMapping(path = "/{id}/pay", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "pay", summary = "Pay for a reservation", description = """
                    Takes the amount from your points, marks the tickets paid and sells you the seats: all of it or nothing. \
                    Takes no body. Safe to repeat: a paid payment answers with the same receipt again.""")
    @ApiResponse(responseCode = "200", description = "Paid, now or before", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "402",
            description = "`insufficient-points`: charge at least `required` - `balance` points and pay again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject(ProblemExamples.INSUFFICIENT_POINTS)))
    @ApiResponse(
            responseCode = "404",
            description = "`payment-not-found`: you have no such payment",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject(ProblemExamples.PAYMENT_NOT_FOUND)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "`reservation-expired`: its time is over. `payment-cancelled`: it was released, cancelled or refunded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = {
                                @ExampleObject(
                                        name = "reservation-expired",
                                        value = ProblemExamples.RESERVATION_EXPIRED),
                                @ExampleObject(name = "payment-cancelled", value = ProblemExamples.PAYMENT_CANCELLED)
                            }))
    ResponseEntity<PaymentReceiptResponse> pay(
            @Parameter(description = "The payment's id, as the reservation names it.") @PathVariable("id")
                    String paymentId,
            Principal principal) {
        var receipt = payForReservation.pay(idIn(paymentId), principal.getName());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(responses.response(receipt));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getPayment", summary = "Show a payment", description = "One of your payments.")
    @ApiResponse(responseCode = "200", description = "The payment", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "404",
            description = "`payment-not-found`: you have no such payment",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject(ProblemExamples.PAYMENT_NOT_FOUND)))
    ResponseEntity<PaymentResponse> payment(@PathVariable("id") String paymentId, Principal principal) {
        var id = idIn(paymentId);
        var payment = payments.find(principal.getName(), id).orElseThrow(() -> new PaymentNotFound(id));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATED)
                .body(responses.response(payment));
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listPayments", summary = "List payments", description = "Your payments, newest first.")
    @ApiResponse(responseCode = "200", description = "A page of payments", useReturnTypeSchema = true)
    ResponseEntity<PaymentListResponse> payments(
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
        var page = payments.page(
                principal.getName(),
                (cursor == null ? Cursor.START : cursor).before(),
                (limit == null ? PageLimit.DEFAULT : limit).items());
        var next = page.next();
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATED)
                .body(new PaymentListResponse(
                        page.payments().stream().map(responses::response).toList(),
                        next == null ? null : new Cursor(next).text()));
    }

    private static PaymentId idIn(String paymentId) {
        return PaymentId.parse(paymentId).orElseThrow(PaymentNotFound::new);
    }
}
