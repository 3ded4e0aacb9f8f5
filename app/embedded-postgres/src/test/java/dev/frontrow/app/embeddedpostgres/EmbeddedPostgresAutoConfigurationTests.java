package dev.frontrow.app.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

class EmbeddedPostgresAutoConfigurationTests {

    @TempDir
    Path parent = Path.of("");

    @BeforeEach
    void share() throws IOException {
        Programs.beside(directory());
    }

    @Test
    void isTheDatabaseWhereNoneIsNamedAndStopsAfterThePool() throws Exception {
        context()
                .withPropertyValues("spring.datasource.url=")
                .withUserConfiguration(LastWords.class)
                .run(context -> {
                    assertThat(context).hasSingleBean(StartingPostgres.class);
                    assertThat(Postmaster.on(directory())).isPresent();
                    assertThat(JdbcClient.create(context.getBean(DataSource.class))
                                    .sql("select 1")
                                    .query((row, _) -> row.getInt(1))
                                    .single())
                            .isOne();
                });

        assertThat(LastWords.written).isTrue();
        assertThat(Postmaster.on(directory())).isEmpty();
    }

    @Test
    void beginsBeforeAnyOtherBeanIsMade() {
        context()
                .withUserConfiguration(FirstBean.class)
                .run(context ->
                        assertThat(context.getBean(FirstBean.class).begun).isTrue());
    }

    @Test
    void tellsWhoNeedsItWhatKeepsItFromStarting() throws Exception {
        Files.createDirectory(directory());
        Files.createFile(directory().resolve("something-else"));

        context()
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasRootCauseInstanceOf(EmbeddedPostgresUnusable.class));

        try (var lock = DirectoryLock.of(directory())) {
            assertThat(lock.channel().isOpen()).isTrue();
        }
    }

    @Test
    void leavesTheFieldToADatabaseThatIsNamed() {
        context()
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db/frontrow")
                .run(context -> assertThat(context).doesNotHaveBean(StartingPostgres.class));
        assertThat(NoDatabaseNamed.in(
                        new MockEnvironment().withProperty("spring.datasource.jndi-name", "jdbc/frontrow")))
                .isFalse();
    }

    @Test
    void leavesTheFieldToADatabaseThatIsProvided() {
        context()
                .withBean(DataSource.class, DriverManagerDataSource::new)
                .run(context -> assertThat(context).doesNotHaveBean(StartingPostgres.class));
        context()
                .withUserConfiguration(Provided.class)
                .run(context -> assertThat(context).doesNotHaveBean(StartingPostgres.class));
    }

    private ApplicationContextRunner context() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        EmbeddedPostgresAutoConfiguration.class, DataSourceAutoConfiguration.class))
                .withPropertyValues("frontrow.embedded-postgres.data-directory=" + directory());
    }

    private Path directory() {
        return parent.resolve("postgres");
    }

    /** Made before all others, because it comes before the auto-configurations. */
    @Configuration(proxyBeanMethods = false)
    static class FirstBean {

        final boolean begun;

        FirstBean(ConfigurableListableBeanFactory beans) {
            this.begun = beans.containsSingleton("embeddedPostgres");
        }
    }

    /** Writes when the context closes. */
    @Configuration(proxyBeanMethods = false)
    static class LastWords {

        static boolean written;

        @Bean
        DisposableBean lastWords(DataSource pool) {
            return () -> {
                JdbcClient.create(pool).sql("create table last_words ()").update();
                written = true;
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Provided {

        @Bean
        JdbcConnectionDetails elsewhere() {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return "frontrow";
                }

                @Override
                public String getPassword() {
                    return "";
                }

                @Override
                public String getJdbcUrl() {
                    return "jdbc:postgresql://db/frontrow";
                }
            };
        }
    }
}
