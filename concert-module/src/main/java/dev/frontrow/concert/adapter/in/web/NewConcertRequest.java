package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.application.port.in.PublishConcert.NewConcert;
import dev.frontrow.concert.domain.Concert;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;

/** A concert as an admin sends it. Its parts may be missing until it is validated. */
@Schema(name = "NewConcert", description = "A concert to publish. Texts without control characters.")
record NewConcertRequest(
        @Schema(minLength = 1, maxLength = Concert.TEXT_LENGTH_MAX, example = "Paper Lanterns")
        @NotNull
        @Text(max = Concert.TEXT_LENGTH_MAX)
        String title,

        @Schema(minLength = 1, maxLength = Concert.TEXT_LENGTH_MAX, example = "Quiet Harbour Quartet")
        @NotNull
        @Text(max = Concert.TEXT_LENGTH_MAX)
        String performer,

        @Schema(minLength = 1, maxLength = Concert.TEXT_LENGTH_MAX, example = "Maple Lane Hall")
        @NotNull
        @Text(max = Concert.TEXT_LENGTH_MAX)
        String venue,

        @Schema(description = "IANA zone of the venue.", example = "Asia/Seoul") @NotNull @KnownTimeZone
        String timeZone,

        @NotNull @Size(min = 1, max = Concert.SCHEDULES_MAX) List<@NotNull @Valid NewScheduleRequest> schedules) {

    NewConcert toNewConcert() {
        return new NewConcert(
                title,
                performer,
                venue,
                ZoneId.of(timeZone),
                schedules.stream().map(NewScheduleRequest::toNewSchedule).toList());
    }
}
