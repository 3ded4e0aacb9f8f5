package broken.statementsstayintheirschema.shop.adapter.out.persistence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

record BrokenParts(JdbcClient jdbc) {

    List<String> parts(String table) {
        jdbc.sql("set search_path to other").update();
        return jdbc.sql("select id from ".concat(table.isEmpty() ? "other.part" : table))
                .query((row, _) -> row.getString(1))
                .list();
    }
}
