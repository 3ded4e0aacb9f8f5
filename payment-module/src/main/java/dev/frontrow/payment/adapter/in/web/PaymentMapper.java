package dev.frontrow.payment.adapter.in.web;

import dev.frontrow.payment.Points;
import dev.frontrow.payment.domain.Receipt;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Writes receipts as clients see them. */
@Mapper
interface PaymentMapper {

    @Mapping(target = "status", constant = "PAID")
    PaymentReceiptResponse response(Receipt receipt);

    default long points(Points points) {
        return points.amount();
    }
}
