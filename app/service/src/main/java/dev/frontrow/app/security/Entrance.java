package dev.frontrow.app.security;

import dev.frontrow.edge.AnswerHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every request passes, whatever it asks for and before anything of it is read: the page that sends it must be one that
 * may, and its address must not have asked for too much. A page's question whether it may is answered here.
 */
@Component
@Order(Entrance.ORDER)
class Entrance extends OncePerRequestFilter {

    /** After Spring's filter that measures, before those that look into the request. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 3;

    private final OtherPages pages;

    Entrance(OtherPages pages) {
        this.pages = pages;
    }

    /** So that refusals of this and of the filters behind it have the headers of every answer too. */
    @Bean
    static FilterRegistrationBean<HeaderWriterFilter> answerHeadersFilter(HeaderWriter answerHeaders) {
        var registration = new FilterRegistrationBean<>(new HeaderWriterFilter(List.of(answerHeaders)));
        registration.setOrder(ORDER - 1);
        return registration;
    }

    /** What the web server refuses by itself does not come so far. */
    @Bean
    static AnswerHeaders headersOfTheWebServersAnswers(HeaderWriter answerHeaders, OtherPages pages) {
        return (request, response) -> {
            answerHeaders.writeHeaders(request, response);
            pages.invite(request, response);
        };
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (pages.admit(request, response) && !CorsUtils.isPreFlightRequest(request)) {
            chain.doFilter(request, response);
        }
    }
}
