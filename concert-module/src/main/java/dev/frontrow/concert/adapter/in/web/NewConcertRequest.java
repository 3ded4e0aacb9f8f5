package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.concert.domain.Concert;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A concert as an admin sends it. Its parts may be missing until it is validated. */
@Schema(
        name = "NewConcert",
        description =
                "A concert to publish. Its texts are kept in Unicode's NFC, and have no characters that show nothing or turn"
                        + " the direction.")
@Checked
record NewConcertRequest(
        @Schema(minLength = 1, maxLength = Concert.TEXT_LENGTH_MAX, example = "Paper Lanterns") @NotNull
        String title,

        @Schema(minLength = 1, maxLength = Concert.TEXT_LENGTH_MAX, example = "Quiet Harbour Quartet") @NotNull
        String performer,

        @Schema(minLength = 1, maxLength = Concert.TEXT_LENGTH_MAX, example = "Maple Lane Hall") @NotNull
        String venue,

        @Schema(description = "IANA zone of the venue.", example = "Asia/Seoul") @NotNull
        String timeZone,

        @Schema(
                description = "Whether nobody but admins is to see it, until that is changed",
                defaultValue = "false",
                example = "false")
        @Nullable
        Boolean hidden,

        @Schema(
                description =
                        "How many seats of a schedule one user may have, held or paid; by default the service's setting",
                example = "4")
        @Min(1)
        @Max(ScheduleSale.SEATS_PER_USER_LIMIT)
        @Nullable
        Integer seatsPerUserMax,

        @Schema(description = "By default all goes back, until the start") @Valid @Nullable
        RefundTermsRequest refundTerms,

        @NotNull @Size(min = 1, max = Concert.SCHEDULES_MAX) List<@NotNull @Valid NewScheduleRequest> schedules)
        implements Checked.Request {

    @Override
    public void check(Checked.Rules rules) {
        rules.text("title", title, Concert.TEXT_LENGTH_MAX);
        rules.text("performer", performer, Concert.TEXT_LENGTH_MAX);
        rules.text("venue", venue, Concert.TEXT_LENGTH_MAX);
        rules.rule(
                "timeZone",
                timeZone == null || ZoneRulesProvider.getAvailableZoneIds().contains(timeZone),
                "must be the name of an IANA time zone, such as Asia/Seoul");
    }

    Concert toConcert() {
        return new Concert(
                ConcertId.generate(),
                title,
                performer,
                venue,
                ZoneId.of(timeZone),
                Boolean.TRUE.equals(hidden),
                seatsPerUserMax,
                refundTerms == null ? RefundTerms.IN_FULL_UNTIL_START : refundTerms.toTerms(),
                schedules.stream().map(NewScheduleRequest::toSchedule).toList());
    }
}
