package dev.frontrow.app.embeddedpostgres;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** The default database: an embedded PostgreSQL, where nobody names or provides another one. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(NoDatabaseNamed.class)
@ConditionalOnMissingBean({JdbcConnectionDetails.class, DataSource.class})
@EnableConfigurationProperties(EmbeddedPostgresProperties.class)
class EmbeddedPostgresAutoConfiguration {

    private static final String DATABASE = "embeddedPostgres";

    /** Stops after the pool, because the pool is made from it. */
    @Bean(name = DATABASE, destroyMethod = "close")
    StartingPostgres embeddedPostgres(EmbeddedPostgresProperties properties) {
        return StartingPostgres.in(properties.dataDirectory());
    }

    /** Begins before any other bean is made, because a service without its database waits for it. */
    @Bean
    static BeanFactoryPostProcessor embeddedPostgresBeginsFirst() {
        return beans -> beans.getBean(DATABASE);
    }
}
