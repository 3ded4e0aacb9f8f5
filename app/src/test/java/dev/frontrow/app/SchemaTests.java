package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The migrated database keeps the modules apart and says what it holds, as its own catalogue shows. */
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

    @Test
    void sayWhatEachTableAndColumnMeans() {
        assertThat(uncommented())
                .as("what has no comment in the database: the tables' pages are made of these comments")
                .isEmpty();
    }

    @Test
    void areSeenToSayNothingOfTablesViewsAndColumns() {
        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            jdbc.sql("""
                    create table queue.broken_table (said int, unsaid int);
                    comment on column queue.broken_table.said is 'How many.';
                    create view point.broken_view as select 1 as unsaid;
                    comment on view point.broken_view is ' ';
                    """).update();

            assertThat(uncommented())
                    .containsExactly(
                            "point.broken_view",
                            "point.broken_view.unsaid",
                            "queue.broken_table",
                            "queue.broken_table.unsaid");
        });
    }

    /** Every table and view, and every column of one, of which the catalogue does not say what it means. */
    private List<String> uncommented() {
        return list("""
                select concat_ws('.', n.nspname, c.relname, a.attname) as name
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                  cross join lateral (
                    select 0 as attnum, null as attname
                     union all
                    select attnum, attname from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
                  ) a
                  left join pg_description d
                    on d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid = a.attnum
                 where n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
                   and c.relkind in ('r', 'p', 'v', 'm', 'f')
                   and coalesce(trim(d.description), '') = ''
                 order by name
                """);
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
