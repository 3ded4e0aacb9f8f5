package dev.frontrow.edge;

import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A promise of a module that can be counted; the integrity report has each bean of this type, in the order
 * of their {@code @Order}.
 *
 * @param name lower-case words joined by dashes
 * @param description what is promised, in a sentence
 * @param violations counts what breaks it, in the caller's transaction, which is one consistent snapshot
 */
public record Invariant(String name, String description, LongSupplier violations) {

    /** One that a statement counts: it answers one number. */
    public static Invariant counted(String name, String description, JdbcClient jdbc, String sql) {
        return new Invariant(
                name,
                description,
                () -> jdbc.sql(sql).query((row, n) -> row.getLong(1)).single());
    }
}
