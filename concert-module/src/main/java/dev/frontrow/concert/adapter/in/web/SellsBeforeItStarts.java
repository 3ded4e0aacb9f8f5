package dev.frontrow.concert.adapter.in.web;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sale that opens before it closes, and closes by the start. Instants that are missing pass. */
@Target(TYPE)
@Retention(RUNTIME)
@Constraint(validatedBy = SellsBeforeItStarts.Check.class)
@interface SellsBeforeItStarts {

    String message() default "must sell its seats before it starts";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the field that is wrong. */
    class Check implements ConstraintValidator<SellsBeforeItStarts, NewScheduleRequest> {

        @Override
        public boolean isValid(@Nullable NewScheduleRequest schedule, ConstraintValidatorContext context) {
            if (schedule == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            var opensInTime = opensInTime(schedule.salesOpenAt(), schedule.salesCloseAt());
            if (!opensInTime) {
                refuse("salesOpenAt", "must be before salesCloseAt", context);
            }
            var closesInTime = closesInTime(schedule.salesCloseAt(), schedule.startsAt());
            if (!closesInTime) {
                refuse("salesCloseAt", "must not be after startsAt", context);
            }
            return opensInTime && closesInTime;
        }

        private static boolean opensInTime(@Nullable Instant opensAt, @Nullable Instant closesAt) {
            return opensAt == null || closesAt == null || opensAt.isBefore(closesAt);
        }

        private static boolean closesInTime(@Nullable Instant closesAt, @Nullable Instant startsAt) {
            return closesAt == null || startsAt == null || !closesAt.isAfter(startsAt);
        }

        private static void refuse(String field, String message, ConstraintValidatorContext context) {
            context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode(field)
                    .addConstraintViolation();
        }
    }
}
