package dev.frontrow.payment.adapter.in.web;

import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.Refuses;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentCancelled;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentNotFound;
import dev.frontrow.payment.PaymentRequested;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.application.port.in.PayForReservation;
import dev.frontrow.payment.application.query.PaymentView;
import dev.frontrow.payment.application.query.PaymentViews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/payments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Payments", description = "Paying for reservations with points.")
class PaymentController {

    private final PayForReservation payForReservation;
    private final PaymentViews payments;
    private final PaymentMapper mapper;

    PaymentController(PayForReservation payForReservation, PaymentViews payments, PaymentMapper mapper) {
        this.payForReservation = payForReservation;
        this.payments = payments;
        this.mapper = mapper;
    }

    @PostMapping("/{id}/pay")
    @Operation(operationId = "pay", summary = "Pay for a reservation", description = """
            Takes the amount from your points, marks the tickets paid and sells you the seats: all of it or nothing. Takes \
            no body. Safe to repeat: a paid payment answers with the same receipt again.""")
    @Refuses(
            value = {PaymentNotFound.class, ReservationExpired.class, PaymentCancelled.class},
            through = PaymentRequested.class)
    PaymentReceiptResponse pay(@PathVariable PaymentId id, UserId user) {
        return mapper.response(payForReservation.pay(id, user));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getPayment", summary = "Show a payment", description = "One of your payments.")
    @Refuses(PaymentNotFound.class)
    PaymentView payment(@PathVariable PaymentId id, UserId user) {
        return payments.find(user, id).orElseThrow(PaymentNotFound::new);
    }

    @GetMapping
    @Operation(operationId = "listPayments", summary = "List payments", description = "Your payments, newest first.")
    Page<PaymentView> payments(PageRequest page, UserId user) {
        return payments.page(user, page);
    }
}
