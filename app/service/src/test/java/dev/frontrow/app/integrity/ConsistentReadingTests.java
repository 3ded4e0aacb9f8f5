package dev.frontrow.app.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.frontrow.app.OwnPostgres;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConsistentReadingTests {

    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @Test
    void hasItsTimeAndNobodyElse() {
        POSTGRES.create("long");
        POSTGRES.pool("long").withBean(ConsistentReading.class).run(context -> {
            var jdbc = context.getBean(JdbcClient.class);

            var slept = context.getBean(ConsistentReading.class)
                    .read(() ->
                            jdbc.sql("""
                                    select pg_sleep(2.2), current_setting('transaction_isolation') || ', '
                                           || current_setting('transaction_read_only')
                                    """).query((row, _) -> row.getString(2)).single());

            assertThat(slept).isEqualTo("repeatable read, on");
            assertTimeout(
                    Duration.ofSeconds(10),
                    () -> assertThatThrownBy(() ->
                                    jdbc.sql("select pg_sleep(30)").query().singleRow())
                            .hasCauseInstanceOf(PSQLException.class));
            assertThat(jdbc.sql("show default_transaction_isolation")
                            .query((row, _) -> row.getString(1))
                            .single())
                    .isEqualTo("read committed");
        });
    }
}
