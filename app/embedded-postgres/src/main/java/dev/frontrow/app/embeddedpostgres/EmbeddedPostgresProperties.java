package dev.frontrow.app.embeddedpostgres;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the embedded PostgreSQL, which runs where no other database is named.
 *
 * @param dataDirectory where it keeps its data between runs, relative to the working directory. PostgreSQL's
 *     programs, a log and a lock lie beside it, so its parent must be writable
 */
@ConfigurationProperties("frontrow.embedded-postgres")
record EmbeddedPostgresProperties(
        @DefaultValue(".frontrow/postgres") Path dataDirectory) {}
