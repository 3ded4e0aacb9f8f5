package dev.frontrow.app.database;

import javax.sql.DataSource;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Whether the database answers, asked through the pool alone. Left to itself, Spring Boot would ask the migrations' way
 * to the database as well, which opens a connection each time and takes the migrations' lock.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseHealth {

    @Bean
    HealthContributor dbHealthContributor(DataSource dataSource) {
        return new DataSourceHealthIndicator(dataSource);
    }
}
