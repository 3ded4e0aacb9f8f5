package dev.frontrow.concert.application.query;

import dev.frontrow.concert.ConcertId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A concert with the schedules that were asked for. */
@Schema(name = "Concert", description = "A concert and its schedules; in a list those alone that match `sale`.")
public record ConcertView(
        @Schema(description = "Opaque id.", example = "5f0c4a52-6a3c-4b52-9d0e-0f6a3b1c2d4e")
        ConcertId id,

        @Schema(example = "Paper Lanterns") String title,
        @Schema(example = "Quiet Harbour Quartet") String performer,
        @Schema(example = "Maple Lane Hall") String venue,

        @Schema(description = "IANA zone of the venue.", example = "Asia/Seoul")
        String timeZone,

        @Schema(description = "How many seats of a schedule one user may have, held or paid.", example = "4")
        int seatsPerUserMax,

        RefundTermsView refundTerms,

        @Schema(description = "Ordered by their start.") List<ScheduleView> schedules) {

    public ConcertView {
        schedules = List.copyOf(schedules);
    }
}
