package dev.frontrow.docs.generator;

import static dev.frontrow.docs.generator.Markdown.code;

import dev.frontrow.docs.generator.Code.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of all schemas, as the catalogue of the migrated database has them. */
final class Tables {

    record Column(String name, String type, boolean required, String value, String comment) {}

    /** A constraint or an index: its kind ({@code p}, {@code u}, {@code f}, {@code c}, {@code x} or {@code i}) and its definition. */
    record Rule(String kind, String name, String definition) {}

    /**
     * A table or a view.
     *
     * @param definition the query that a view stands for; empty for a table
     * @param sources what a view reads, in its own schema
     */
    record Table(
            String schema,
            String name,
            String comment,
            String definition,
            List<String> sources,
            List<Column> columns,
            List<Rule> rules) {

        boolean isView() {
            return !definition.isEmpty();
        }

        String columnNames() {
            return columns.stream().map(column -> code(column.name())).collect(Collectors.joining(", "));
        }

        Stream<Rule> rules(String kind) {
            return rules.stream().filter(rule -> rule.kind().equals(kind));
        }
    }

    private static final Map<String, String> KINDS =
            Map.of("p", "primary key", "u", "unique", "f", "foreign key", "c", "check", "x", "exclusion", "i", "index");

    private static final int LINE_MAX = 40;

    private final JdbcClient jdbc;
    private final Set<String> modules;
    private final Map<String, List<Table>> schemas = new TreeMap<>();

    Tables(JdbcClient jdbc, List<Module> modules) {
        this.jdbc = jdbc;
        this.modules = modules.stream().map(Module::name).collect(Collectors.toSet());
        read().forEach(table -> schemas.computeIfAbsent(table.schema(), none -> new ArrayList<>())
                .add(table));
    }

    /** A module's tables; those of no other module's schema are the app's. */
    Stream<Table> of(Module module) {
        return schemas.values().stream()
                .flatMap(List::stream)
                .filter(table -> modules.contains(table.schema())
                        ? table.schema().equals(module.name())
                        : module.name().equals("app"));
    }

    private List<Table> read() {
        return jdbc.sql("""
                select n.nspname, c.relname, coalesce(obj_description(c.oid, 'pg_class'), '') as comment,
                       case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) else '' end
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
                   and n.nspname not in ('pg_catalog', 'information_schema', 'public')
                   and n.nspname not like 'pg\\_%'
                 order by n.nspname collate "C", c.relname collate "C"
                """)
                .query((rs, row) -> new Table(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4).stripIndent().strip(),
                        sources(rs.getString(1), rs.getString(2)),
                        columns(rs.getString(1), rs.getString(2)),
                        rules(rs.getString(1), rs.getString(2))))
                .list();
    }

    private List<Column> columns(String schema, String table) {
        return jdbc.sql("""
                select a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                       case when a.attidentity <> '' then 'identity'
                            when a.attgenerated <> '' then 'generated: ' || pg_get_expr(d.adbin, d.adrelid)
                            else coalesce(pg_get_expr(d.adbin, d.adrelid), '') end,
                       coalesce(col_description(a.attrelid, a.attnum), '')
                  from pg_attribute a
                  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                 where a.attrelid = (quote_ident(:schema) || '.' || quote_ident(:table))::regclass
                   and a.attnum > 0 and not a.attisdropped
                 order by a.attnum
                """)
                .param("schema", schema)
                .param("table", table)
                .query((rs, row) -> new Column(
                        rs.getString(1), rs.getString(2), rs.getBoolean(3), rs.getString(4), rs.getString(5)))
                .list();
    }

    private List<String> sources(String schema, String view) {
        return jdbc.sql("""
                select distinct source.relname::text collate "C" as source
                  from pg_rewrite r
                  join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
                   and d.refclassid = 'pg_class'::regclass and d.refobjid <> r.ev_class
                  join pg_class source on source.oid = d.refobjid
                  join pg_class own on own.oid = r.ev_class and own.relnamespace = source.relnamespace
                 where r.ev_class = (quote_ident(:schema) || '.' || quote_ident(:view))::regclass
                 order by source
                """)
                .param("schema", schema)
                .param("view", view)
                .query((rs, row) -> rs.getString(1))
                .list();
    }

    private List<Rule> rules(String schema, String table) {
        return jdbc
                .sql("""
                select c.contype::text as kind, c.conname::text as name, pg_get_constraintdef(c.oid) as definition
                  from pg_constraint c
                 where c.conrelid = (quote_ident(:schema) || '.' || quote_ident(:table))::regclass
                   and c.contype in ('p', 'u', 'f', 'c', 'x')
                union all
                select 'i', n.relname::text, pg_get_indexdef(i.indexrelid)
                  from pg_index i join pg_class n on n.oid = i.indexrelid
                 where i.indrelid = (quote_ident(:schema) || '.' || quote_ident(:table))::regclass
                   and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
                """)
                .param("schema", schema)
                .param("table", table)
                .query((rs, row) -> new Rule(rs.getString(1), rs.getString(2), rs.getString(3)))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing((Rule rule) -> "pufxci".indexOf(rule.kind()))
                        .thenComparing(Rule::name))
                .toList();
    }

    void writeTo(Documents documents) {
        schemas.forEach((schema, tables) -> {
            var owner = modules.contains(schema) ? schema : "app";
            var document = Markdown.titled("Tables of " + schema)
                    .paragraph(
                            "The schema `%s`, as the migrations leave it. Owned by [%s](../modules/%s.md), whose code alone reads and writes it."
                                    .formatted(schema, owner, owner))
                    .diagram("Tables of " + schema, schema + ".svg");
            tables.forEach(table -> write(table, document));
            documents.add("docs/generated/tables/" + schema + ".md", document);
            documents.add("docs/generated/tables/" + schema + ".puml", new Diagram(diagram(schema, tables)));
        });
    }

    private static void write(Table table, Markdown document) {
        document.heading(2, table.schema() + "." + table.name()).paragraph(table.comment());
        if (table.isView()) {
            document.paragraph("A view:")
                    .code("sql", table.definition())
                    .table(
                            List.of("Column", "Type", "Meaning"),
                            table.columns().stream()
                                    .map(column ->
                                            List.of(code(column.name()), code(column.type()), column.comment())));
            return;
        }
        document.table(
                List.of("Column", "Type", "Null", "Default", "Meaning"),
                table.columns().stream()
                        .map(column -> List.of(
                                code(column.name()),
                                code(column.type()),
                                column.required() ? "no" : "yes",
                                code(column.value()),
                                column.comment())));
        if (!table.rules().isEmpty()) {
            document.table(
                    List.of("Rule", "Name", "Definition"),
                    table.rules().stream()
                            .map(rule -> List.of(
                                    unique(rule) ? "unique index" : KINDS.getOrDefault(rule.kind(), rule.kind()),
                                    code(rule.name()),
                                    code(rule.definition()))));
        }
    }

    private static boolean unique(Rule rule) {
        return rule.kind().equals("i") && rule.definition().startsWith("CREATE UNIQUE");
    }

    private static String diagram(String schema, List<Table> tables) {
        var lines = new ArrayList<>(List.of(
                "@startuml",
                "!pragma layout smetana",
                "title Tables of " + schema,
                "hide circle",
                "hide methods",
                "left to right direction",
                "skinparam shadowing false",
                "skinparam defaultFontName sans-serif"));
        for (var table : tables) {
            lines.add("entity \"" + table.name() + "\" as " + table.name() + (table.isView() ? " <<view>> {" : " {"));
            var keys = keys(table, "p");
            table.columns().stream()
                    .filter(column -> keys.contains(column.name()))
                    .forEach(column -> lines.add(line(column, table)));
            if (!keys.isEmpty()) {
                lines.add("  --");
            }
            table.columns().stream()
                    .filter(column -> !keys.contains(column.name()))
                    .forEach(column -> lines.add(line(column, table)));
            var rules = rules(table);
            if (!rules.isEmpty()) {
                lines.add("  --");
                rules.forEach(rule -> lines.add("  {field} <size:11>" + rule + "</size>"));
            }
            lines.add("}");
        }
        for (var table : tables) {
            table.sources().forEach(source -> lines.add(table.name() + " ..> " + source + " : reads"));
            table.rules("f")
                    .forEach(rule -> lines.add(table.name() + " }o--|| "
                            + rule.definition().replaceFirst("^.* REFERENCES (?:\\w+\\.)?(\\w+).*$", "$1")));
        }
        lines.add("legend left");
        lines.add("<size:11>● not null, PK primary key, FK foreign key,</size>");
        lines.add("<size:11>UK unique, CK has a check</size>");
        lines.add("endlegend");
        lines.add("@enduml");
        return String.join("\n", lines) + "\n";
    }

    private static String line(Column column, Table table) {
        var marks = new ArrayList<String>();
        for (var kind : List.of("p", "f", "u")) {
            if (keys(table, kind).contains(column.name())) {
                marks.add(kind.toUpperCase(java.util.Locale.ROOT) + "K");
            }
        }
        if (table.rules("c").anyMatch(rule -> rule.name().equals(table.name() + "_" + column.name() + "_check"))) {
            marks.add("CK");
        }
        return "  " + (column.required() ? "* " : "") + column.name() + " : "
                + column.type().replace("timestamp with time zone", "timestamptz")
                + marks.stream().map(mark -> " <<" + mark + ">>").collect(Collectors.joining());
    }

    /** What no mark of a column says: uniqueness of several columns or of some rows, and checks that have a name. */
    private static List<String> rules(Table table) {
        var marked = table.columns().stream()
                .map(column -> table.name() + "_" + column.name() + "_check")
                .collect(Collectors.toSet());
        var unnamed = table.rules("c")
                .filter(rule -> rule.name().matches(table.name() + "_check\\d*"))
                .count();
        return Stream.concat(
                        table.rules().stream()
                                .filter(rule -> !marked.contains(rule.name()))
                                .flatMap(rule -> shortly(rule, table)),
                        unnamed == 0 ? Stream.empty() : Stream.of("checks of columns together: " + unnamed))
                .toList();
    }

    private static Stream<String> shortly(Rule rule, Table table) {
        var columns = rule.definition().replaceFirst("^.*?\\((.*?)\\).*$", "$1");
        if (rule.kind().equals("u") && columns.contains(",")) {
            return Stream.of("unique (" + columns.replace("\"", "") + ")");
        }
        if (unique(rule)) {
            return Stream.concat(Stream.of("unique (" + columns + ")"), condition(rule));
        }
        return Set.of("c", "x").contains(rule.kind()) && !rule.name().matches(table.name() + "_check\\d*")
                ? Stream.of("check " + rule.name())
                : Stream.empty();
    }

    /** For which rows a partial index is, in lines that don't make the picture wide. */
    private static Stream<String> condition(Rule rule) {
        var where = rule.definition().indexOf(" WHERE ");
        return where < 0
                ? Stream.empty()
                : ("where "
                                + rule.definition()
                                        .substring(where + " WHERE ".length())
                                        .replaceAll("::\\w+(\\[])?", ""))
                        .replaceAll("(.{1,%d})(?: |$)".formatted(LINE_MAX), "  $1\n")
                        .lines();
    }

    /** The columns of the primary key or of foreign keys, or those that are unique on their own. */
    private static Set<String> keys(Table table, String kind) {
        return table.rules(kind)
                .map(rule -> rule.definition().replaceFirst("^.*?\\((.*?)\\).*$", "$1"))
                .filter(columns -> !kind.equals("u") || !columns.contains(","))
                .flatMap(columns -> Stream.of(columns.replace("\"", "").split(", ")))
                .collect(Collectors.toSet());
    }
}
