package dev.frontrow.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which refusals to expect, by their types; the description of the operations follows from it. On a web operation, on a
 * listener that can veto what it hears, and on a class behind an interface that other modules call.
 *
 * <p>The general problems are known of every operation and not named.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    /** Refusals of the module itself, of an API that it uses, or of edge. */
    Class<? extends RuntimeException>[] value() default {};

    /**
     * Where refusals of other modules come from: an interface of theirs that is called, or an event that they hear. An event
     * that a listener returns counts too.
     */
    Class<?>[] through() default {};

    /** General problems that this operation answers, and others of its kind don't. */
    GeneralProblem[] general() default {};
}
