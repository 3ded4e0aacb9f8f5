package dev.frontrow;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The proof that a module's statements stay in its schema: its tests run on a database that holds nothing else. */
public final class SchemaAlone {

    private SchemaAlone() {}

    /** Asserts it. Tests that stand in for other modules keep what they need in a schema {@code stand_in}. */
    public static void isThere(JdbcClient jdbc, String schema) {
        assertThat(jdbc.sql("""
                        select nspname from pg_namespace
                         where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public', 'stand_in')
                        """).query((row, _) -> row.getString("nspname")).list())
                .as("""
                        schemas beside the module's own: its tests have to run without them, because other modules' tables \
                        are not its to use (read on in docs/generated/rules.md#statementsstayintheirschema)""")
                .containsExactly(schema);
    }
}
