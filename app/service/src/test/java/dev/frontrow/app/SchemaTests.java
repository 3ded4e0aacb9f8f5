package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.architecture.Project;
import dev.frontrow.architecture.Schemas;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The migrated database keeps the modules apart and says what it holds, as its own catalogue shows. */
@WholeService
class SchemaTests {

    private static final String WHY = """
            what crosses a module's schema: a table is its owner's alone, to change or to move away \
            (read on in docs/generated/rules.md#data-and-transactions)""";

    /** All but PostgreSQL's own, and the one that modules' tests have where all run on a database that somebody named. */
    private static final String OF_A_MODULE =
            "not like 'pg\\_%' and nspname not in ('information_schema', 'public', 'stand_in')";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SchemaTests(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void areThoseThatTheChangelogsCreate() {
        assertThat(list("select nspname from pg_namespace where nspname " + OF_A_MODULE))
                .containsExactlyInAnyOrderElementsOf(Schemas.of(Project.root()).names());
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
                    create table queue.payment (id uuid primary key);
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
                 where n.nspname %s
                   and c.relkind in ('r', 'p', 'v', 'm', 'f')
                   and coalesce(trim(d.description), '') = ''
                 order by name
                """.formatted(OF_A_MODULE));
    }

    /** Every object of a schema that depends on one of another schema, and every routine that names one. */
    private List<String> crossings() {
        return list("""
                with schema as (select oid, nspname as name from pg_namespace where nspname %s),
                need as (
                  select who.identity as who, whom.identity as whom,
                         coalesce(who.schema, substring(who.identity from '(?:^| )(?:on|for) "?(\\w+)"?\\.')) as own,
                         coalesce(whom.schema, substring(whom.identity from '(?:^| )(?:on|for) "?(\\w+)"?\\.')) as other
                    from pg_depend d
                   cross join lateral pg_identify_object(d.classid, d.objid, d.objsubid) who
                   cross join lateral pg_identify_object(d.refclassid, d.refobjid, d.refobjsubid) whom
                   where d.objid >= 16384 and d.refobjid >= 16384)
                select distinct need.who || ' needs ' || need.whom
                  from need
                  join schema own on own.name = need.own
                  join schema other on other.name = need.other and other.name <> own.name
                union
                select own.name || '.' || p.proname || ' names ' || other.name
                  from pg_proc p
                  join schema own on own.oid = p.pronamespace
                  join schema other on p.prosrc ~* ('\\m' || other.name || '\\s*\\.') and other.name <> own.name
                """.formatted(OF_A_MODULE));
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
    }
}
