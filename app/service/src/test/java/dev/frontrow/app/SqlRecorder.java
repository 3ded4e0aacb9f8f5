package dev.frontrow.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes down which SQL a request causes on its own thread, for requests that ask for it by a header. */
@TestConfiguration(proxyBeanMethods = false)
class SqlRecorder {

    static final String HEADER = "X-Record-Sql";

    private static final Map<String, Recording> RECORDINGS = new ConcurrentHashMap<>();
    private static final ThreadLocal<@Nullable Recording> CURRENT = new ThreadLocal<>();

    /** The statements of one request, and how many of its transactions were committed or rolled back. */
    static final class Recording {

        final List<String> statements = Collections.synchronizedList(new ArrayList<>());
        volatile int commits;
        volatile int rollbacks;
    }

    static Recording of(String name) {
        return RECORDINGS.getOrDefault(name, new Recording());
    }

    @Bean
    static BeanPostProcessor recordingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String beanName) {
                return bean instanceof DataSource dataSource && beanName.equals("dataSource")
                        ? ProxyDataSourceBuilder.create(dataSource)
                                .listener(new Statements())
                                .methodListener(new Ends())
                                .build()
                        : bean;
            }
        };
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    OncePerRequestFilter sqlRecording() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                var name = request.getHeader(HEADER);
                if (name == null) {
                    chain.doFilter(request, response);
                    return;
                }
                var recording = new Recording();
                RECORDINGS.put(name, recording);
                CURRENT.set(recording);
                try {
                    chain.doFilter(request, response);
                } finally {
                    CURRENT.remove();
                }
            }
        };
    }

    private static final class Statements implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            var recording = CURRENT.get();
            if (recording != null) {
                queries.forEach(query -> recording.statements.add(
                        query.getQuery().replaceAll("\\s+", " ").strip()));
            }
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
    }

    private static final class Ends implements MethodExecutionListener {

        @Override
        public void beforeMethod(MethodExecutionContext execution) {
            var recording = CURRENT.get();
            if (recording != null) {
                switch (execution.getMethod().getName()) {
                    case "commit" -> recording.commits++;
                    case "rollback" -> recording.rollbacks++;
                    default -> {}
                }
            }
        }

        @Override
        public void afterMethod(MethodExecutionContext execution) {}
    }
}
