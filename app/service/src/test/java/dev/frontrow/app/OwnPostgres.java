package dev.frontrow.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A server of a test class's own, which may be frozen, with the service's pool on it as {@code application.yaml} sets it. */
public final class OwnPostgres implements BeforeAllCallback, AfterAllCallback {

    private static final String USER = "postgres";

    private @Nullable EmbeddedPostgres server;
    private @Nullable File directory;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        LoggingSystem.get(OwnPostgres.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        directory = Files.createTempDirectory("own-postgres").toFile();
        server = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setRegisterShutdownHook(false)
                .start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server().close();
    }

    /** Makes a database. */
    public void create(String database) {
        client(USER).sql("create database " + database).update();
    }

    /** The service's pool on a database. */
    public ApplicationContextRunner pool(String database) {
        return pool(url(database), USER);
    }

    /** The service's pool on a database that may not be there. */
    public static ApplicationContextRunner pool(String url, String user) {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + user,
                        "spring.datasource.hikari.maximum-pool-size=4");
    }

    /** A way to a database beside the pool. */
    public JdbcClient client(String database) {
        return JdbcClient.create(source(database));
    }

    /** Connections to a database that the pool knows nothing of. */
    public DriverManagerDataSource source(String database) {
        return new DriverManagerDataSource(url(database), USER, "");
    }

    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var file = new File(directory, "postmaster.pid").toPath();
        var postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst()))
                .orElseThrow();
        var processes = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(process -> Long.toString(process.pid()));
        new ProcessBuilder(Stream.concat(Stream.of("kill", "-" + signal), processes)
                        .toList())
                .start()
                .waitFor();
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    public int port() {
        return server().getPort();
    }

    private EmbeddedPostgres server() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server;
    }
}
