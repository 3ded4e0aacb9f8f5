package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.edge.FastPath;
import dev.frontrow.edge.JsonAnswers;
import dev.frontrow.edge.Problems;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.QueueRefused;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Answers polls before the security's filters and the search for a controller, which cost several times what a poll does.
 *
 * <p>It takes a poll that is as nearly all are. One with anything unusual about it goes the ordinary way to the controller,
 * which answers the same.
 */
@Component(PollFilter.NAME)
class PollFilter implements Filter, FastPath.Operation {

    static final String NAME = "pollFilter";

    /** Before Spring's filter that measures, which costs as much as the rest of a poll; after what reads a proxy's headers. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

    private final PlaceViews places;
    private final QueueProblems refusals;
    private final JsonAnswers answers;
    private final Problems problems;
    private final FastPath fastPath;

    PollFilter(
            PlaceViews places,
            QueueProblems refusals,
            JsonAnswers answers,
            Problems problems,
            ObjectProvider<FastPath> fastPath) {
        this.places = places;
        this.refusals = refusals;
        this.answers = answers;
        this.problems = problems;
        this.fastPath =
                fastPath.getIfAvailable(() -> (request, response, operation, _) -> operation.answer(request, response));
    }

    /** Makes the filter with the first poll, not before the web server starts, as what it needs asks the database. */
    @Bean
    static DelegatingFilterProxyRegistrationBean pollFilterRegistration() {
        var registration = new DelegatingFilterProxyRegistrationBean(NAME);
        registration.addUrlPatterns(QueueTokenController.CURRENT);
        registration.setOrder(ORDER);
        return registration;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain ordinary)
            throws ServletException, IOException {
        if (isPlain((HttpServletRequest) request)) {
            fastPath.lead((HttpServletRequest) request, (HttpServletResponse) response, this, ordinary);
        } else {
            ordinary.doFilter(request, response);
        }
    }

    @Override
    public String path() {
        return QueueTokenController.CURRENT;
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var place = places.current(request.getHeader(QueueTokenController.QUEUE_TOKEN));
            QueueTokenController.headers(place, response::setHeader);
            answers.write(place, response);
        } catch (QueueRefused refused) {
            problems.answer(request, response, refusals.answer(refused));
        }
    }

    private static boolean isPlain(HttpServletRequest request) {
        return FastPath.isPlainRead(request)
                && request.getRequestURI().equals(request.getContextPath() + QueueTokenController.CURRENT)
                && request.getQueryString() == null
                && FastPath.isOne(request.getHeaders(QueueTokenController.QUEUE_TOKEN));
    }
}
