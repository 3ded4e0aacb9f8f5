package dev.frontrow.app.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Spares a start that has nothing to migrate what Liquibase takes to find that out, which is a twelfth of the start.
 *
 * <p>When Liquibase has run, the last row of its table is tagged with a digest of the changelogs, its settings and the rows
 * themselves. A start that finds its own digest there leaves Liquibase out; it has waited for the lock of migrations like any
 * other. A changelog, a setting or a row that is different makes Liquibase run as ever, and so does any setting beyond those
 * that say where the database and the changelog are. Instances of two versions that start in turns tag anew each time.
 *
 * <p>A change set that wants to be run at every start ({@code runAlways}) would not be.
 */
final class NothingToMigrate implements BeanPostProcessor {

    private static final String CHANGELOGS = "classpath*:db/changelog/**/*.*";
    private static final String SETTINGS = "spring.liquibase";
    private static final Set<String> WHERE = Set.of("url", "user", "password");
    private static final Set<String> WHAT = Set.of("change-log", "show-summary", "analytics-enabled");

    private final Environment environment;
    private boolean nothing;

    NothingToMigrate(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase liquibase) {
            nothing = asksForNoMoreThanUpdating() && on(liquibase.getDataSource(), this::isTagged);
            if (nothing) {
                liquibase.setShouldRun(false);
            }
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase liquibase && !nothing && asksForNoMoreThanUpdating()) {
            on(liquibase.getDataSource(), this::tag);
        }
        return bean;
    }

    /** Answers on one connection, because the data source has no pool and each connection waits for the lock. */
    private static boolean on(DataSource database, Predicate<JdbcClient> question) {
        try (var connection = database.getConnection()) {
            return question.test(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException away) {
            throw new CannotGetJdbcConnectionException("No connection to migrate by", away);
        }
    }

    private boolean isTagged(JdbcClient jdbc) {
        return hasTable(jdbc)
                && jdbc.sql("""
                select exists (select from databasechangelog where tag = :state)
                """)
                        .param("state", state(jdbc))
                        .query((row, _) -> row.getBoolean(1))
                        .single();
    }

    /** Leaves a tag alone that somebody else has put there. */
    private boolean tag(JdbcClient jdbc) {
        return hasTable(jdbc) && jdbc.sql("""
                update databasechangelog
                   set tag = :state
                 where orderexecuted = (select max(orderexecuted) from databasechangelog)
                   and (tag is null or tag like 'frontrow %')
                """).param("state", state(jdbc)).update() > 0;
    }

    /** It is elsewhere where a setting of Liquibase's own says so. */
    private static boolean hasTable(JdbcClient jdbc) {
        return jdbc.sql("select to_regclass('databasechangelog') is not null")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private String state(JdbcClient jdbc) {
        var rows = jdbc.sql("""
                select md5(string_agg(concat_ws('|', id, author, filename, md5sum), ',' order by orderexecuted))
                  from databasechangelog
                """).query((row, _) -> row.getString(1)).optional().orElse("none");
        return "frontrow " + digest() + " " + rows;
    }

    private boolean asksForNoMoreThanUpdating() {
        return settings().keySet().stream().allMatch(setting -> WHERE.contains(setting) || WHAT.contains(setting));
    }

    private Map<String, String> settings() {
        return Binder.get(environment)
                .bind(SETTINGS, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
    }

    /** Of all changelogs on the class path, by name, and of what Liquibase is told to do with them. */
    private String digest() {
        try {
            var parts = new TreeMap<String, byte[]>();
            for (var file : new PathMatchingResourcePatternResolver().getResources(CHANGELOGS)) {
                parts.put(file.getURL().toString().replaceFirst(".*/db/changelog/", ""), file.getContentAsByteArray());
            }
            settings().forEach((setting, value) -> {
                if (!WHERE.contains(setting)) {
                    parts.put(setting, value.getBytes(StandardCharsets.UTF_8));
                }
            });
            var whole = MessageDigest.getInstance("SHA-256");
            for (var part : parts.entrySet()) {
                whole.update((part.getKey() + part.getValue().length).getBytes(StandardCharsets.UTF_8));
                whole.update(part.getValue());
            }
            return HexFormat.of().formatHex(whole.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
