package dev.frontrow.payment.adapter.in.web;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.application.query.PaymentView;
import dev.frontrow.payment.domain.Receipt;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Writes payments as clients see them. */
@Mapper(config = WebMapping.class)
interface PaymentResponses {

    PaymentResponse response(PaymentView payment);

    @Mapping(target = "status", constant = "PAID")
    PaymentReceiptResponse response(Receipt receipt);

    default String text(PaymentId id) {
        return id.toString();
    }
}
