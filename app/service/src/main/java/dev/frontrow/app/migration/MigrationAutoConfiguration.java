package dev.frontrow.app.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.integration.spring.Customizer;
import org.postgresql.Driver;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.StringUtils;

/**
 * Migrations have a connection of their own to the same database, because they may take longer than any request is allowed
 * to. {@code spring.liquibase.url}, {@code .user} and {@code .password} name another way to it, as is needed behind a
 * pooler.
 */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        before = {LiquibaseAutoConfiguration.class, DataSourceHealthContributorAutoConfiguration.class})
@ConditionalOnBean(JdbcConnectionDetails.class)
class MigrationAutoConfiguration {

    private static final String POOL_OPTIONS = "spring.datasource.hikari.data-source-properties.options";
    private static final String NO_LIMITS =
            "-c lock_timeout=0 -c statement_timeout=0 -c idle_in_transaction_session_timeout=0";

    private final WholeChangeSets wholeChangeSets = new WholeChangeSets();

    @Bean(defaultCandidate = false)
    @LiquibaseDataSource
    DataSource migrationDataSource(JdbcConnectionDetails database, Environment environment) {
        var properties = new Properties();
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "frontrow migrations");
        if (StringUtils.hasText(environment.getProperty(POOL_OPTIONS))) {
            properties.setProperty("options", NO_LIMITS);
        }
        var dataSource = new MigrationDataSource(wholeChangeSets);
        dataSource.setDriver(new Driver());
        dataSource.setUrl(environment.getProperty("spring.liquibase.url", database.getJdbcUrl()));
        var user = environment.getProperty("spring.liquibase.user");
        if (user == null) {
            dataSource.setUsername(database.getUsername());
            dataSource.setPassword(database.getPassword());
        } else {
            dataSource.setUsername(user);
            dataSource.setPassword(environment.getProperty("spring.liquibase.password", ""));
        }
        dataSource.setConnectionProperties(properties);
        return dataSource;
    }

    @Bean
    Customizer<Liquibase> wholeChangeSets() {
        return liquibase -> liquibase.setChangeExecListener(wholeChangeSets);
    }

    @Bean
    static NothingToMigrate nothingToMigrate(Environment environment) {
        return new NothingToMigrate(environment);
    }

    /** Asks the pool alone. Spring Boot would ask the migrations' way too, which opens a connection and takes their lock. */
    @Bean
    HealthContributor dbHealthContributor(DataSource dataSource) {
        return new DataSourceHealthIndicator(dataSource);
    }

    private static final class MigrationDataSource extends SimpleDriverDataSource {

        private final WholeChangeSets wholeChangeSets;

        MigrationDataSource(WholeChangeSets wholeChangeSets) {
            this.wholeChangeSets = wholeChangeSets;
        }

        @Override
        protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
            var connection = super.getConnectionFromDriver(properties);
            try {
                MigrationLock.take(connection);
            } catch (SQLException notTaken) {
                connection.close();
                throw notTaken;
            }
            return wholeChangeSets.on(connection);
        }
    }
}
