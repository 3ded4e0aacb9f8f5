package dev.frontrow.reservation.adapter.in.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.frontrow.reservation.domain.Reason;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A text that can be a reason. One that is missing is for {@code @NotNull} to refuse. */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = WellFormedReason.Check.class)
@interface WellFormedReason {

    String message() default "must be 1 to 200 characters, not blank, none of them invisible or turning the direction";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks the domain. */
    class Check implements ConstraintValidator<WellFormedReason, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || Reason.isWellFormed(text);
        }
    }
}
