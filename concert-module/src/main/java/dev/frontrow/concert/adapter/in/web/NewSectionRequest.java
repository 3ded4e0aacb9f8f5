package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.concert.domain.Section;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** A section as an admin sends it. Its parts may be missing until it is validated. */
@Schema(name = "NewSection", description = "A block of seats of one price.")
@Checked
record NewSectionRequest(
        @Schema(minLength = 1, maxLength = Section.NAME_LENGTH_MAX, example = "A") @NotNull
        String name,

        @Schema(example = "5") @NotNull @Min(1) @Max(Schedule.SEATS_MAX)
        Integer rows,

        @Schema(example = "10") @NotNull @Min(1) @Max(Schedule.SEATS_MAX)
        Integer seatsPerRow,

        @Schema(description = "Points a seat.", example = "80000")
        @NotNull
        @Min(Section.PRICE_MIN)
        @Max(Section.PRICE_MAX)
        Long price)
        implements Checked.Request {

    @Override
    public void check(Checked.Rules rules) {
        rules.text("name", name, Section.NAME_LENGTH_MAX);
    }

    /** Its seats, which may be too many; none where it is wrong by itself. */
    long seats() {
        return rows == null || seatsPerRow == null || rows < 1 || seatsPerRow < 1
                ? 0
                : Math.min(Schedule.SEATS_MAX + 1L, Math.multiplyFull(rows, seatsPerRow));
    }

    Section toSection() {
        return new Section(name, rows, seatsPerRow, price);
    }
}
