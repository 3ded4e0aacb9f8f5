package dev.frontrow.reservation.adapter.in.web;

import static java.util.Objects.requireNonNull;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.FastPath;
import dev.frontrow.edge.Identifier;
import dev.frontrow.edge.SharedAnswer;
import dev.frontrow.edge.UserId;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Answers looks at seats before the security's filters and the search for a controller, which cost several times what it takes
 * to send bytes that are there, or to say that nothing has changed.
 *
 * <p>It asks the controller, and has refusals answered, as the ordinary way does. A look with anything unusual about it goes that
 * way.
 */
@Component(LookFilter.NAME)
class LookFilter implements Filter {

    static final String NAME = "lookFilter";

    /** Before Spring's filter that measures; after what reads a proxy's headers. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

    private static final String SCHEDULES = "/api/v1/schedules/";
    private static final int ID_LENGTH = 36;

    private static final String QUEUE_TOKEN = "Queue-Token";
    private static final String STATUS = "status";
    private static final String SECTION = "section";

    private final Map<String, Operation> operations;
    private final HandlerExceptionResolver refusals;
    private final FastPath fastPath;

    LookFilter(
            SeatController controller,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals,
            ObjectProvider<FastPath> fastPath) {
        this.operations = Map.of(
                "/availability",
                new Operation(false, Map.of(), "no-cache", (id, _) -> controller.availability(id)),
                "/layout",
                new Operation(false, Map.of(), SeatController.FOR_A_MINUTE, (id, _) -> controller.layout(id)),
                "/seat-states",
                new Operation(
                        true,
                        Map.of(),
                        "private, no-cache",
                        (id, request) -> controller.seatStates(id, request.getHeader(QUEUE_TOKEN), user(request))),
                "/seats",
                new Operation(
                        true,
                        Map.of(STATUS, SeatFilter::isKnown, SECTION, _ -> true),
                        "private, no-cache",
                        (id, request) -> controller.seats(
                                id,
                                status(request),
                                request.getParameter(SECTION),
                                request.getHeader(QUEUE_TOKEN),
                                user(request))));
        this.refusals = refusals;
        this.fastPath = fastPath.getIfAvailable(() -> (request, response, look, _) -> look.answer(request, response));
    }

    /** Makes the filter with the first look, not before the web server starts, as what it needs asks the database. */
    @Bean
    static DelegatingFilterProxyRegistrationBean lookFilterRegistration() {
        var registration = new DelegatingFilterProxyRegistrationBean(NAME);
        registration.addUrlPatterns(SCHEDULES + "*");
        registration.setOrder(ORDER);
        return registration;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain ordinary)
            throws ServletException, IOException {
        doFilter((HttpServletRequest) request, (HttpServletResponse) response, ordinary);
    }

    private void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain ordinary)
            throws ServletException, IOException {
        @Nullable Look look;
        try {
            look = look(request);
        } catch (IllegalStateException malformed) {
            ordinary.doFilter(new Malformed(request, malformed), response);
            return;
        }
        if (look == null) {
            ordinary.doFilter(request, response);
        } else {
            fastPath.lead(request, response, look, ordinary);
        }
    }

    /** What a plain request looks at; nothing where there is anything unusual about it. */
    private @Nullable Look look(HttpServletRequest request) {
        var path = request.getRequestURI();
        int prefix = request.getContextPath().length();
        int id = prefix + SCHEDULES.length();
        int name = id + ID_LENGTH;
        if (path.length() <= name || !path.startsWith(SCHEDULES, prefix)) {
            return null;
        }
        var schedule = ScheduleId.of(path.substring(id, name));
        var operation = operations.get(path.substring(name));
        return operation != null && !schedule.value().equals(Identifier.NOTHING) && operation.takes(request)
                ? new Look(path.substring(name), operation, schedule, refusals)
                : null;
    }

    private static @Nullable SeatFilter status(HttpServletRequest request) {
        var status = request.getParameter(STATUS);
        return status == null ? null : SeatFilter.valueOf(status);
    }

    private static UserId user(HttpServletRequest request) {
        return new UserId(requireNonNull(request.getUserPrincipal()).getName());
    }

    /**
     * An operation, and which requests of it are plain.
     *
     * @param parameters those that it has, and what is known of their values
     */
    private record Operation(
            boolean isOfUser,
            Map<String, Predicate<String>> parameters,
            String cacheControl,
            BiFunction<ScheduleId, HttpServletRequest, SharedAnswer<?>> content) {

        boolean takes(HttpServletRequest request) {
            return FastPath.isPlainRead(request)
                    && (!isOfUser || FastPath.isOne(request.getHeaders(QUEUE_TOKEN)))
                    && (request.getQueryString() == null || takes(request.getParameterMap()));
        }

        private boolean takes(Map<String, String[]> given) {
            for (var parameter : given.entrySet()) {
                var isKnown = parameters.get(parameter.getKey());
                var values = parameter.getValue();
                if (isKnown == null || values.length != 1 || !isKnown.test(values[0])) {
                    return false;
                }
            }
            return true;
        }
    }

    /** One request that looks at seats. */
    private record Look(String name, Operation operation, ScheduleId schedule, HandlerExceptionResolver refusals)
            implements FastPath.Operation {

        @Override
        public String path() {
            return SCHEDULES + "{scheduleId}" + name;
        }

        @Override
        public boolean isOfUser() {
            return operation.isOfUser;
        }

        @Override
        public boolean mayWait() {
            return true;
        }

        @Override
        public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                var content = operation.content.apply(schedule, request);
                response.setHeader(HttpHeaders.CACHE_CONTROL, operation.cacheControl);
                content.write(request, response);
            } catch (RuntimeException refused) {
                if (refusals.resolveException(request, response, null, refused) == null) {
                    throw refused;
                }
            }
        }
    }

    /** A request whose query is malformed: the web server says so only to who asks first. */
    private static final class Malformed extends HttpServletRequestWrapper {

        private final IllegalStateException refusal;

        Malformed(HttpServletRequest request, IllegalStateException refusal) {
            super(request);
            this.refusal = refusal;
        }

        @Override
        public String getParameter(String name) {
            throw refusal;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            throw refusal;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            throw refusal;
        }

        @Override
        public String[] getParameterValues(String name) {
            throw refusal;
        }
    }
}
