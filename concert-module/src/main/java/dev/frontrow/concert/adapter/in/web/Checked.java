package dev.frontrow.concert.adapter.in.web;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.frontrow.edge.PlainText;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A part of a request that has rules of its own, beyond those that annotations at its fields can say. */
@Target(TYPE)
@Retention(RUNTIME)
@Constraint(validatedBy = Checked.Check.class)
@interface Checked {

    String message() default "is not valid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What carries the annotation. */
    interface Request {

        /** Tells of each rule whether it is kept. A field that is missing keeps all rules but {@code @NotNull}. */
        void check(Rules rules);
    }

    /** Takes note of what is kept and what is not. */
    interface Rules {

        /** @param message what to say of the field where the rule is not kept */
        void rule(String field, boolean kept, String message);

        /** A text that people see. */
        default void text(String field, @Nullable String text, int lengthMax) {
            rule(field, text == null || PlainText.fits(text, lengthMax), textRule(lengthMax));
        }

        /** What to say of a text that is none. */
        static String textRule(int lengthMax) {
            return "must be 1 to " + lengthMax
                    + " characters, not blank, none of them invisible or turning the direction";
        }
    }

    /** Names each field that breaks a rule. */
    class Check implements ConstraintValidator<Checked, Request> {

        @Override
        public boolean isValid(Request request, ConstraintValidatorContext context) {
            var valid = new AtomicBoolean(true);
            context.disableDefaultConstraintViolation();
            request.check((field, kept, message) -> {
                if (!kept) {
                    valid.set(false);
                    context.buildConstraintViolationWithTemplate(message)
                            .addPropertyNode(field)
                            .addConstraintViolation();
                }
            });
            return valid.get();
        }
    }
}
