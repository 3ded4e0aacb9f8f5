package dev.frontrow.reservation.adapter.in.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** The seats that somebody waits for, all or none. */
@Schema(description = "What to wait for: seats of one section, all or none")
record WaitingListRequest(
        @Schema(description = "How many, as many as one user may have", example = "2") @NotNull @Min(1) @Max(1000)
        Integer seats,

        @Schema(
                description = "The sections that will do; all will where none is named",
                example = "[\"A\"]",
                nullable = true)
        @Nullable
        @Size(min = 1, max = 100)
        @UniqueElements
        List<@NotNull String> sections) {}
