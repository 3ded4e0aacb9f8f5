package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.edge.FieldProblem;
import dev.frontrow.edge.Given;
import dev.frontrow.edge.InvalidRequest;
import dev.frontrow.queue.domain.LineSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;

/** Some of how a line lets people in. */
@Schema(name = "LineSettingsPatch", description = "What is not named stays; nothing can be null.")
record LineSettingsPatch(
        @Schema(
                description = "How many may be active at once",
                implementation = Integer.class,
                minimum = "0",
                example = "2000")
        Given<Integer> maxActive,

        @Schema(
                description = "How many are admitted a second, by all instances together",
                implementation = Integer.class,
                minimum = "0",
                example = "200")
        Given<Integer> admissionsPerSecond,

        @Schema(description = "Nobody is admitted while it is", implementation = Boolean.class, example = "false")
        Given<Boolean> paused) {

    /** @throws InvalidRequest if it could not be the settings of any line */
    void check() {
        var errors = new ArrayList<FieldProblem>();
        checkCount("maxActive", maxActive, errors);
        checkCount("admissionsPerSecond", admissionsPerSecond, errors);
        checkIsNotNull("paused", paused, errors);
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    /** The settings that become of others. */
    LineSettings of(LineSettings current) {
        return new LineSettings(
                maxActive.or(current.maxActive()),
                admissionsPerSecond.or(current.admissionsPerSecond()),
                paused.or(current.paused()));
    }

    private static void checkCount(String field, Given<Integer> count, List<FieldProblem> errors) {
        checkIsNotNull(field, count, errors);
        if (count.or(0) < 0) {
            errors.add(new FieldProblem(field, "must be greater than or equal to 0"));
        }
    }

    private static void checkIsNotNull(String field, Given<?> given, List<FieldProblem> errors) {
        if (given.isNull()) {
            errors.add(new FieldProblem(field, "must not be null"));
        }
    }
}
