package dev.frontrow.concert.adapter.in.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.frontrow.concert.domain.Schedule;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sections with no more seats in all than a schedule can have. What is missing, or wrong by itself, counts as none. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = FewEnoughSeats.Check.class)
@interface FewEnoughSeats {

    String message() default "must have up to 100,000 seats in all";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts to one more than the limit at most, so no product or sum overflows. */
    class Check implements ConstraintValidator<FewEnoughSeats, List<@Nullable NewSectionRequest>> {

        @Override
        public boolean isValid(
                @Nullable List<@Nullable NewSectionRequest> sections, ConstraintValidatorContext context) {
            return sections == null || sections.stream().mapToLong(Check::seats).sum() <= Schedule.SEATS_MAX;
        }

        private static long seats(@Nullable NewSectionRequest section) {
            return section == null ? 0 : seats(section.rows(), section.seatsPerRow());
        }

        private static long seats(@Nullable Integer rows, @Nullable Integer seatsPerRow) {
            return rows == null || seatsPerRow == null || rows < 1 || seatsPerRow < 1
                    ? 0
                    : Math.min(Schedule.SEATS_MAX + 1L, Math.multiplyFull(rows, seatsPerRow));
        }
    }
}
