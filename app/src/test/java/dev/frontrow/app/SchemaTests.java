package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The migrated database keeps the modules apart, as its own catalogue says. */
@WholeService
class SchemaTests {

    private static final String WHY = """
            what crosses a module's schema: a table is its owner's alone, to change or to move away \
            (read on in docs/generated/rules.md#data-and-transactions)""";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void areOneAModule() {
        assertThat(list("""
                        select nspname from pg_namespace
                         where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')
                        """))
                .containsExactlyInAnyOrder("concert", "queue", "reservation", "payment", "point", "events", "identity");
    }

    @Test
    void areCrossedByNothing() {
        assertThat(crossings()).as(WHY).isEmpty();
    }

    @Test
    void areSeenToBeCrossedByForeignKeysViewsDefaultsAndFunctions() {
        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            jdbc.sql("""
                    create table queue.broken_key (id uuid references concert.concert (id));
                    create view point.broken_view as select id from payment.payment;
                    create sequence events.numbers;
                    create table identity.broken_default (id bigint default nextval('events.numbers'));
                    create function reservation.broken_function() returns bigint language sql
                      as 'select count(*) from queue.token';
                    """).update();

            assertThat(crossings())
                    .anyMatch(crossing ->
                            crossing.matches("broken_key_id_fkey on queue.broken_key needs concert.concert.*"))
                    .anyMatch(crossing -> crossing.matches(".*point.broken_view needs payment.payment.*"))
                    .anyMatch(crossing -> crossing.matches(".*identity.broken_default.* needs events.numbers"))
                    .contains("reservation.broken_function names queue")
                    .allMatch(crossing -> crossing.contains("broken_"));
        });
    }

    /** Every object of a schema that depends on one of another schema, and every routine that names one. */
    private List<String> crossings() {
        return list("""
                with schema as (
                  select oid, nspname as name from pg_namespace
                   where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')),
                need as (
                  select who.identity as who, whom.identity as whom
                    from pg_depend d
                   cross join lateral pg_identify_object(d.classid, d.objid, d.objsubid) who
                   cross join lateral pg_identify_object(d.refclassid, d.refobjid, d.refobjsubid) whom
                   where d.objid >= 16384 and d.refobjid >= 16384)
                select distinct need.who || ' needs ' || need.whom
                  from need
                  join schema own on need.who ~ ('\\m' || own.name || '\\.')
                  join schema other on need.whom ~ ('\\m' || other.name || '\\.') and other.name <> own.name
                union
                select own.name || '.' || p.proname || ' names ' || other.name
                  from pg_proc p
                  join schema own on own.oid = p.pronamespace
                  join schema other on p.prosrc ~* ('\\m' || other.name || '\\s*\\.') and other.name <> own.name
                """);
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
    }
}
