package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.edge.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A schedule as an admin sends it. Its parts may be missing until it is validated. */
@Schema(
        name = "NewSchedule",
        description =
                "`salesOpenAt` < `salesCloseAt` ≤ `startsAt`, in the years 1970 to 9999; all may lie in the past.")
@Checked
record NewScheduleRequest(
        @Schema(example = "2026-12-24T10:00:00Z") @NotNull Instant startsAt,
        @Schema(example = "2026-11-01T01:00:00Z") @NotNull Instant salesOpenAt,
        @Schema(example = "2026-12-24T09:00:00Z") @NotNull Instant salesCloseAt,

        @Schema(description = "Of different names, with up to 100,000 seats in all.")
        @NotNull
        @Size(min = 1, max = Schedule.SECTIONS_MAX)
        List<@NotNull @Valid NewSectionRequest> sections)
        implements Checked.Request {

    private static final String IN_CALENDAR = "must lie in the years 1970 to 9999";

    @Override
    public void check(Checked.Rules rules) {
        rules.rule("startsAt", isInCalendar(startsAt), IN_CALENDAR);
        rules.rule("salesOpenAt", isInCalendar(salesOpenAt), IN_CALENDAR);
        rules.rule("salesCloseAt", isInCalendar(salesCloseAt), IN_CALENDAR);
        rules.rule("salesOpenAt", opensBeforeItCloses(), "must be before salesCloseAt");
        rules.rule("salesCloseAt", closesByTheStart(), "must not be after startsAt");
        rules.rule("sections", sectionsHaveDifferentNames(), "must have different names");
        rules.rule("sections", seats() <= Schedule.SEATS_MAX, "must have up to 100,000 seats in all");
    }

    Schedule toSchedule() {
        return new Schedule(
                ScheduleId.generate(),
                startsAt,
                new SaleWindow(salesOpenAt, salesCloseAt),
                sections.stream().map(NewSectionRequest::toSection).toList());
    }

    private static boolean isInCalendar(@Nullable Instant instant) {
        return instant == null || Schedule.isInCalendar(instant);
    }

    private boolean opensBeforeItCloses() {
        return salesOpenAt == null || salesCloseAt == null || salesOpenAt.isBefore(salesCloseAt);
    }

    private boolean closesByTheStart() {
        return salesCloseAt == null || startsAt == null || !salesCloseAt.isAfter(startsAt);
    }

    private boolean sectionsHaveDifferentNames() {
        return given().map(NewSectionRequest::name)
                .filter(Objects::nonNull)
                .map(PlainText::composed)
                .allMatch(new HashSet<String>()::add);
    }

    private long seats() {
        return given().mapToLong(NewSectionRequest::seats).sum();
    }

    private Stream<NewSectionRequest> given() {
        return Stream.ofNullable(sections).flatMap(List::stream).filter(Objects::nonNull);
    }
}
