package dev.frontrow.concert.adapter.in.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(name = "Concert", description = "A concert and its schedules; in a list those alone that match `sale`.")
record ConcertResponse(
        @Schema(description = "Opaque id.", example = "5f0c4a52-6a3c-4b52-9d0e-0f6a3b1c2d4e")
        String id,

        @Schema(example = "Paper Lanterns") String title,
        @Schema(example = "Quiet Harbour Quartet") String performer,
        @Schema(example = "Maple Lane Hall") String venue,

        @Schema(description = "IANA zone of the venue.", example = "Asia/Seoul")
        String timeZone,

        @Schema(description = "Ordered by their start.") List<ScheduleResponse> schedules) {}
