package dev.frontrow;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The real PostgreSQL that tests run on: the server of {@code SPRING_DATASOURCE_URL} where that is set, otherwise a
 * container where a Docker engine answers, otherwise an embedded one. One for all contexts of a test run.
 *
 * <p>Import it into the application that the tests start.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    /** Where the embedded one has its programs unpacked, for others that need not unpack them again. */
    public static Path programs() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg"));
    }

    /** An embedded one that is ended by whoever starts it. */
    static EmbeddedPostgres.Builder embedded() {
        return EmbeddedPostgres.builder()
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setRegisterShutdownHook(false);
    }

    /** The container is no bean: the first context that closes would stop it for all others. */
    @TestConfiguration(proxyBeanMethods = false)
    @Conditional(OnDocker.class)
    static class InContainer {

        @Bean
        JdbcConnectionDetails postgresInContainer() {
            var postgres = Container.POSTGRES;
            return new Details(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
        }

        private static final class Container {

            static final PostgreSQLContainer POSTGRES = start();

            private static PostgreSQLContainer start() {
                var postgres = new PostgreSQLContainer("postgres:18-alpine")
                        .withCommand("postgres", "-c", "max_connections=300");
                postgres.start();
                return postgres;
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Conditional(OnNothing.class)
    static class Embedded {

        @Bean
        JdbcConnectionDetails embeddedPostgres() {
            return new Details(Server.POSTGRES.join().getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        }

        /** Begins to start it, if that has not begun; whoever needs it waits. */
        static void begin() {
            Server.POSTGRES.isDone();
        }

        private static final class Server {

            static final CompletableFuture<EmbeddedPostgres> POSTGRES = CompletableFuture.supplyAsync(Server::start);

            private static EmbeddedPostgres start() {
                try {
                    return embedded().start();
                } catch (IOException notStarted) {
                    throw new UncheckedIOException(notStarted);
                }
            }

            static {
                Runtime.getRuntime().addShutdownHook(new Thread(Server::stop));
            }

            /** Waits for a start that is under way, so that no database is left behind. */
            private static void stop() {
                try {
                    POSTGRES.join().close();
                } catch (IOException alreadyGone) {
                    throw new UncheckedIOException(alreadyGone);
                }
            }
        }
    }

    /** Beside the database that is named, one for each process of tests, which need one that holds nothing else. */
    @TestConfiguration(proxyBeanMethods = false)
    @Conditional(OnNamed.class)
    static class BesideTheNamed {

        private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/]*/)([^?]*)(.*)");
        private static @Nullable Details shared;
        private static @Nullable Connection numbered;

        @Bean
        JdbcConnectionDetails databaseOfThisModule(Environment environment) throws SQLException {
            synchronized (BesideTheNamed.class) {
                if (shared == null) {
                    shared = made(new Details(
                            environment.getRequiredProperty("spring.datasource.url"),
                            environment.getProperty("spring.datasource.username", ""),
                            environment.getProperty("spring.datasource.password", "")));
                }
                return shared;
            }
        }

        /**
         * Makes it anew, under a number that no other process of this module has: it is locked as long as this process
         * lives. The role has to be allowed to.
         */
        private static Details made(Details named) throws SQLException {
            var url = URL.matcher(named.url());
            if (!url.matches()) {
                throw new IllegalArgumentException("not the URL of a PostgreSQL database: " + named.url());
            }
            var folder = Path.of("").toAbsolutePath().getFileName().toString();
            numbered = DriverManager.getConnection(named.url(), named.username(), named.password());
            try (var statement = numbered.createStatement()) {
                var number = 1;
                while (true) {
                    var name = (url.group(2) + "_" + folder + "_" + number++).replaceAll("\\W", "_");
                    if (lock(statement, name)) {
                        statement.execute("drop database if exists " + name + " with (force)");
                        statement.execute("create database " + name);
                        return new Details(url.group(1) + name + url.group(3), named.username(), named.password());
                    }
                }
            }
        }

        private static boolean lock(Statement statement, String name) throws SQLException {
            try (var locked = statement.executeQuery("select pg_try_advisory_lock(hashtext('" + name + "'))")) {
                return locked.next() && locked.getBoolean(1);
            }
        }
    }

    private record Details(String url, String username, String password) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return username;
        }

        @Override
        public String getPassword() {
            return password;
        }
    }

    static class OnNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return databaseIsNamed(context);
        }
    }

    static class OnDocker implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !databaseIsNamed(context) && isOnDocker();
        }
    }

    static class OnNothing implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !databaseIsNamed(context) && !isOnDocker();
        }
    }

    private static boolean isOnDocker() {
        return mayBeOnDocker() && DockerClientFactory.instance().isDockerAvailable();
    }

    /** Whether there is anything of those where Testcontainers looks for an engine; that it looks takes a second. */
    static boolean mayBeOnDocker() {
        var home = Path.of(System.getProperty("user.home"));
        return !System.getProperty("os.name").equals("Linux")
                || System.getenv("DOCKER_HOST") != null
                || Stream.of(
                                Path.of("/var/run/docker.sock"),
                                Path.of(System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/run"), "docker.sock"),
                                home.resolve(".docker"),
                                home.resolve(".testcontainers.properties"))
                        .anyMatch(Files::exists);
    }

    private static boolean databaseIsNamed(ConditionContext context) {
        return context.getEnvironment().containsProperty("spring.datasource.url");
    }
}
