package dev.frontrow.edge;

import org.springframework.web.ErrorResponse;

/**
 * What a module's advice is besides: it shows its problems, and answers an example of each as it answers a client. So no
 * example can say what is not answered.
 *
 * <p>The class is a {@code @RestControllerAdvice} with {@code @Order(0)}, before the catch-all, and {@link #answer} its
 * {@code @ExceptionHandler}, an exhaustive {@code switch} over the module's sealed refusals.
 *
 * @param <R> what the module refuses with
 */
public interface ProblemAdvice<R extends RuntimeException> {

    /** Every problem of the module. */
    Problem<R>[] problems();

    /** The problem that a refusal is. */
    ErrorResponse answer(R refused);
}
