package dev.frontrow.reservation.application.query;

import io.swagger.v3.oas.annotations.media.Schema;

/** How many seats a section has, and how many of them can be had. */
@Schema(name = "SectionAvailability", description = "A section, in the order of the layout")
public record SectionView(
        @Schema(example = "A") String name,

        @Schema(description = "Of a seat, in points", example = "80000")
        long price,

        int total,
        int available) {}
