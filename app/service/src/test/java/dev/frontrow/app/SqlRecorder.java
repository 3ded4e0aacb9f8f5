package dev.frontrow.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Array;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * Writes down which SQL a request causes on its own thread, for requests that ask for it by a header; the transactions of
 * each lane; and, while a test watches, what all threads send.
 */
@TestConfiguration(proxyBeanMethods = false)
class SqlRecorder {

    static final String HEADER = "X-Record-Sql";

    private static final Map<String, Recording> RECORDINGS = new ConcurrentHashMap<>();
    private static final ThreadLocal<@Nullable Recording> CURRENT = new ThreadLocal<>();
    private static final Map<String, Sent> SEEN = new ConcurrentHashMap<>();
    private static final Map<String, List<List<String>>> LANES = new ConcurrentHashMap<>();
    private static final ThreadLocal<List<String>> UNDER_WAY = ThreadLocal.withInitial(ArrayList::new);
    private static volatile @Nullable Watch watch;

    /** The statements of one request, and how many of its transactions were committed or rolled back. */
    static final class Recording {

        final List<String> statements = Collections.synchronizedList(new ArrayList<>());
        volatile int commits;
        volatile int rollbacks;
    }

    /** Forgets what was sent before. */
    static void beginAnew() {
        SEEN.clear();
    }

    /** Every statement that was sent since, by whichever thread. */
    static List<Sent> everything() {
        return List.copyOf(SEEN.values());
    }

    /** A statement with the types of its parameters, as the driver tells them. */
    record Sent(String statement, List<String> types) {

        private static Sent of(QueryInfo query) {
            var types = query.getParametersList().stream()
                    .findFirst()
                    .map(parameters -> parameters.stream()
                            .filter(parameter -> parameter.getMethod().getName().startsWith("set"))
                            .sorted(Comparator.comparing(
                                    parameter -> (Integer) parameter.getArgs()[0]))
                            .map(parameter -> parameter.getMethod().getName().equals("setNull")
                                    ? "unknown"
                                    : type(parameter.getArgs()[1]))
                            .toList())
                    .orElse(List.of());
            return new Sent(SqlRecorder.statement(query), types);
        }

        private static String type(Object value) {
            return switch (value) {
                case Long _ -> "bigint";
                case Integer _ -> "int";
                case Boolean _ -> "boolean";
                case UUID _ -> "uuid";
                case byte[] _ -> "bytea";
                case long[] _ -> "bigint[]";
                case String[] _ -> "text[]";
                case UUID[] _ -> "uuid[]";
                case byte[][] _ -> "bytea[]";
                case OffsetDateTime _ -> "timestamptz";
                case Double _ -> "float8";
                case String _ -> "text";
                case Array array -> elementType(array) + "[]";
                default -> "unknown";
            };
        }

        private static String elementType(Array array) {
            try {
                return array.getBaseTypeName();
            } catch (SQLException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }

    private static String statement(QueryInfo query) {
        return query.getQuery().replaceAll("\\s+", " ").strip();
    }

    /** The transactions of a lane since this was last asked for: the statements of each, in their order. */
    static List<List<String>> transactionsOf(String lane) {
        var all = LANES.put(lane, new CopyOnWriteArrayList<>());
        return all == null ? List.of() : all;
    }

    private static Optional<String> lane() {
        var name = Thread.currentThread().getName();
        return LANES.keySet().stream()
                .filter(lane -> name.startsWith(lane + "-"))
                .findFirst();
    }

    /** What all threads send, until it is closed. */
    static final class Watch implements AutoCloseable {

        private final Collection<OfThread> sent = new ConcurrentLinkedQueue<>();

        /** The statements that contain these words. */
        List<String> statements(String words) {
            return sent.stream()
                    .map(OfThread::statement)
                    .filter(statement -> statement.contains(words))
                    .toList();
        }

        /** The statements of the threads whose name begins so. */
        List<String> statementsOf(String threads) {
            return sent.stream()
                    .filter(each -> each.thread.startsWith(threads))
                    .map(OfThread::statement)
                    .toList();
        }

        @Override
        public void close() {
            watch = null;
        }
    }

    /** A statement, and the name of the thread that sent it. */
    private record OfThread(String thread, String statement) {}

    static Watch watch() {
        var begun = new Watch();
        watch = begun;
        return begun;
    }

    static Recording of(String name) {
        return Objects.requireNonNull(RECORDINGS.get(name), "the request was not recorded: " + name);
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
    FilterRegistrationBean<HttpFilter> sqlRecording() {
        var registration = new FilterRegistrationBean<HttpFilter>(new Requests());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Before whatever answers. */
    private static final class Requests extends HttpFilter {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
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
    }

    private static final class Statements implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            var recording = CURRENT.get();
            var statements = queries.stream().map(SqlRecorder::statement).toList();
            queries.forEach(query -> SEEN.computeIfAbsent(statement(query), _ -> Sent.of(query)));
            var watching = watch;
            if (watching != null) {
                var thread = Thread.currentThread().getName();
                statements.forEach(statement -> watching.sent.add(new OfThread(thread, statement)));
            }
            if (recording != null) {
                recording.statements.addAll(statements);
            }
            lane().ifPresent(_ -> UNDER_WAY.get().addAll(statements));
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
    }

    private static final class Ends implements MethodExecutionListener {

        @Override
        public void beforeMethod(MethodExecutionContext execution) {
            lane().filter(_ -> execution.getMethod().getName().equals("commit")).ifPresent(lane -> {
                LANES.getOrDefault(lane, new ArrayList<>()).add(List.copyOf(UNDER_WAY.get()));
                UNDER_WAY.remove();
            });
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
