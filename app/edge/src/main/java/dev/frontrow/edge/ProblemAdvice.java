package dev.frontrow.edge;

import org.springframework.web.ErrorResponse;

/**
 * What a module answers its refusals with: it shows its problems, and answers an example of each as it answers a client. So no
 * example can say what is not answered.
 *
 * <p>The class is a {@code @Component}, and {@link #answer} an exhaustive {@code switch} over the module's sealed refusals. It is
 * asked wherever one of them is thrown while a request is handled, or is the cause of what is thrown; everything else is for
 * Spring's exception handlers, of which a module has none.
 *
 * @param <R> what the module refuses with
 */
public interface ProblemAdvice<R extends RuntimeException> {

    /** Every problem of the module. */
    Problem<R>[] problems();

    /** The problem that a refusal is. */
    ErrorResponse answer(R refused);
}
