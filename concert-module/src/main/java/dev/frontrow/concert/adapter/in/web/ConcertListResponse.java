package dev.frontrow.concert.adapter.in.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConcertList", description = "A page of concerts.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ConcertListResponse(
        @Schema(description = "Ordered by their next start; those that are over come last.")
        List<ConcertResponse> items,

        @Schema(
                description = "What to send as `cursor` for the next page; null on the last one.",
                example = "AAAGQ1...",
                nullable = true)
        @Nullable
        String nextCursor) {}
