package dev.frontrow.concert.application.query;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A concert as admins see it: whether it is hidden, and what the seats of each section cost. */
@Schema(name = "AdminConcert", description = "A concert and its schedules; in a list those alone that match `sale`.")
public record AdminConcertView(
        @Schema(description = "Opaque id.", example = "5f0c4a52-6a3c-4b52-9d0e-0f6a3b1c2d4e")
        ConcertId id,

        @Schema(example = "Paper Lanterns") String title,
        @Schema(example = "Quiet Harbour Quartet") String performer,
        @Schema(example = "Maple Lane Hall") String venue,

        @Schema(description = "IANA zone of the venue.", example = "Asia/Seoul")
        String timeZone,

        @Schema(description = "Whether it is not there for anybody but admins.")
        boolean hidden,

        @Schema(description = "How many seats of a schedule one user may have, held or paid.", example = "4")
        int seatsPerUserMax,

        RefundTermsView refundTerms,

        @Schema(description = "Ordered by their start.") List<AdminScheduleView> schedules) {

    public AdminConcertView {
        schedules = List.copyOf(schedules);
    }

    /** A schedule with its sections. */
    @Schema(name = "AdminSchedule", description = "One evening of a concert.")
    public record AdminScheduleView(
            @Schema(description = "Opaque id.", example = "0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10")
            ScheduleId id,

            @Schema(example = "2026-12-24T10:00:00Z") Instant startsAt,

            @Schema(description = "The date in the concert's zone.", example = "2026-12-24")
            LocalDate localDate,

            @Schema(description = "The time of day in the concert's zone, HH:mm.", example = "19:00")
            String localTime,

            @Schema(description = "The start that it was first sold for; null where that is `startsAt`.") @Nullable
            Instant movedFrom,

            @Schema(description = "From then on seats can be reserved.", example = "2026-11-01T01:00:00Z")
            Instant salesOpenAt,

            @Schema(description = "From then on they can't any more.", example = "2026-12-24T09:00:00Z")
            Instant salesCloseAt,

            @Schema(description = "By the service's clock, when this was answered.")
            SaleStatus saleStatus,

            @Schema(description = "All its seats, sold or not.", example = "50")
            int seatCount,

            @Schema(description = "Points of its cheapest seat.", example = "80000")
            long lowestPrice,

            @Schema(description = "That it will not take place; null where it will.") @Nullable
            CancellationView cancellation,

            @Schema(description = "In the order of the layout.")
            List<SectionView> sections) {

        public AdminScheduleView {
            sections = List.copyOf(sections);
        }

        static AdminScheduleView of(ScheduleView schedule, List<SectionView> sections) {
            return new AdminScheduleView(
                    schedule.id(),
                    schedule.startsAt(),
                    schedule.localDate(),
                    schedule.localTime(),
                    schedule.movedFrom(),
                    schedule.salesOpenAt(),
                    schedule.salesCloseAt(),
                    schedule.saleStatus(),
                    schedule.seatCount(),
                    schedule.lowestPrice(),
                    schedule.cancellation(),
                    sections);
        }
    }

    /** A section, and what its seats cost whoever reserves now. */
    @Schema(name = "AdminSection", description = "A block of seats of one price.")
    public record SectionView(
            @Schema(example = "A") String name,

            @Schema(description = "Points a seat.", example = "80000")
            long price,

            @Schema(example = "50") int seatCount) {}

    /** The same concert, with what only admins see: the sections of each of its schedules. */
    public static AdminConcertView of(ConcertView concert, boolean hidden, List<List<SectionView>> sections) {
        var schedules = IntStream.range(0, sections.size())
                .mapToObj(i -> AdminScheduleView.of(concert.schedules().get(i), sections.get(i)))
                .toList();
        return new AdminConcertView(
                concert.id(),
                concert.title(),
                concert.performer(),
                concert.venue(),
                concert.timeZone(),
                hidden,
                concert.seatsPerUserMax(),
                concert.refundTerms(),
                schedules);
    }
}
