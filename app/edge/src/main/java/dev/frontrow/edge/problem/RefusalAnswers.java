package dev.frontrow.edge.problem;

import static java.util.Objects.requireNonNull;

import dev.frontrow.edge.ProblemAdvice;
import dev.frontrow.edge.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.GenericTypeResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers what a module refuses as its advice says, before Spring looks for an exception handler: in a rush nearly everybody is
 * refused, and Spring's search for a handler and its call of it cost as much as the answer itself. A refusal that is the cause of
 * what was thrown counts too, as with Spring.
 */
@Component
class RefusalAnswers implements WebMvcConfigurer {

    private static final Logger log = LoggerFactory.getLogger(RefusalAnswers.class);

    private static final int CAUSES_MAX = 32;

    private final Problems problems;
    private final ObjectProvider<ProblemAdvice<?>> advices;

    /** By the type of what was thrown; nothing for what no module refuses with. */
    private final Map<Class<?>, Optional<Function<Throwable, ErrorResponse>>> answers = new ConcurrentHashMap<>();

    RefusalAnswers(Problems problems, ObjectProvider<ProblemAdvice<?>> advices) {
        this.problems = problems;
        this.advices = advices;
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(this::resolve);
    }

    /** @return nothing where it is no refusal, and Spring's handlers are next */
    private @Nullable ModelAndView resolve(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        var refused = answer(failure);
        if (refused == null) {
            return null;
        }
        try {
            problems.answer(request, response, refused);
        } catch (IOException gone) {
            log.debug("A client did not wait for its refusal", gone);
        }
        return new ModelAndView();
    }

    private @Nullable ErrorResponse answer(Exception failure) {
        Throwable cause = failure;
        for (int i = 0; i < CAUSES_MAX && cause != null; i++) {
            var answer = answers.computeIfAbsent(cause.getClass(), this::answerTo);
            if (answer.isPresent()) {
                return answer.get().apply(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }

    private Optional<Function<Throwable, ErrorResponse>> answerTo(Class<?> type) {
        return advices.stream()
                .filter(advice -> refusals(advice).isAssignableFrom(type))
                .findFirst()
                .map(RefusalAnswers::answerOf);
    }

    private static <R extends RuntimeException> Function<Throwable, ErrorResponse> answerOf(ProblemAdvice<R> advice) {
        @SuppressWarnings("unchecked")
        var type = (Class<R>) refusals(advice);
        return refused -> advice.answer(type.cast(refused));
    }

    /** What an advice answers, by its type. */
    private static Class<?> refusals(ProblemAdvice<?> advice) {
        return requireNonNull(GenericTypeResolver.resolveTypeArgument(advice.getClass(), ProblemAdvice.class));
    }
}
