package dev.frontrow.payment.adapter.in.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "PaymentList", description = "A page of payments, newest first.")
record PaymentListResponse(
        List<PaymentResponse> items,

        @Schema(description = "What to send as `cursor` for the next page; null on the last one.", nullable = true)
        @Nullable
        String nextCursor) {}
