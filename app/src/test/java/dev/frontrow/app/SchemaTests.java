package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The migrated database keeps the modules apart, as its own catalogue says. */
@WholeService
class SchemaTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void areOneAModule() {
        assertThat(jdbc.sql("""
                        select nspname from pg_namespace
                         where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')
                        """).query((rs, row) -> rs.getString(1)).list())
                .containsExactlyInAnyOrder("concert", "queue", "reservation", "payment", "point", "events", "identity");
    }

    @Test
    void areCrossedByNoForeignKey() {
        assertThat(jdbc.sql("select count(*) from pg_constraint where contype = 'f'")
                        .query((rs, row) -> rs.getLong(1))
                        .single())
                .as("foreign keys within a module")
                .isPositive();
        assertThat(jdbc.sql("""
                        select c.conname
                          from pg_constraint c
                          join pg_class own on own.oid = c.conrelid
                          join pg_class other on other.oid = c.confrelid
                         where c.contype = 'f' and own.relnamespace <> other.relnamespace
                        """).query((rs, row) -> rs.getString(1)).list()).isEmpty();
    }

    @Test
    void areCrossedByNoView() {
        assertThat(jdbc.sql("""
                        select distinct view.oid::regclass::text
                          from pg_rewrite r
                          join pg_class view on view.oid = r.ev_class
                          join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
                                          and d.refclassid = 'pg_class'::regclass
                          join pg_class used on used.oid = d.refobjid
                          join pg_namespace n on n.oid = view.relnamespace
                         where n.nspname not in ('pg_catalog', 'information_schema')
                           and used.relnamespace <> view.relnamespace
                        """).query((rs, row) -> rs.getString(1)).list()).isEmpty();
    }
}
