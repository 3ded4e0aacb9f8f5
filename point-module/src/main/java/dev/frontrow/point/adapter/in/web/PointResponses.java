package dev.frontrow.point.adapter.in.web;

import dev.frontrow.point.application.query.PointTransactionView;
import org.mapstruct.Mapper;

/** Writes changes of a balance as clients see them. */
@Mapper(config = WebMapping.class)
interface PointResponses {

    PointTransactionResponse response(PointTransactionView transaction);
}
