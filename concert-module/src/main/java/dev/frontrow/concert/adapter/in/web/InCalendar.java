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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An instant in the years 1970 to 9999: each party to it, the database included, can hold those. Null passes. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = InCalendar.Check.class)
@interface InCalendar {

    String message() default "must lie in the years 1970 to 9999";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** In UTC. */
    class Check implements ConstraintValidator<InCalendar, Instant> {

        @Override
        public boolean isValid(@Nullable Instant instant, ConstraintValidatorContext context) {
            return instant == null || (!instant.isBefore(Schedule.EARLIEST) && instant.isBefore(Schedule.TOO_LATE));
        }
    }
}
