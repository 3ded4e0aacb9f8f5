package dev.frontrow.point.adapter.in.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "PointTransactionList", description = "A page of changes of the balance, newest first.")
record PointTransactionListResponse(
        List<PointTransactionResponse> items,

        @Schema(description = "What to send as `cursor` for the next page; null on the last one.", nullable = true)
        @Nullable
        String nextCursor) {}
