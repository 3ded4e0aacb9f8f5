package dev.frontrow.concert.adapter.in.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sections of different names. What is missing passes. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = DifferentNames.Check.class)
@interface DifferentNames {

    String message() default "must have different names";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names are the same where each character is. */
    class Check implements ConstraintValidator<DifferentNames, List<@Nullable NewSectionRequest>> {

        @Override
        public boolean isValid(
                @Nullable List<@Nullable NewSectionRequest> sections, ConstraintValidatorContext context) {
            var names = new HashSet<String>();
            return sections == null || sections.stream().allMatch(section -> isNew(names, section));
        }

        private static boolean isNew(Set<String> names, @Nullable NewSectionRequest section) {
            return section == null || section.name() == null || names.add(section.name());
        }
    }
}
