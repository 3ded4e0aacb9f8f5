package dev.frontrow.app.embeddedpostgres;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL can't be used as things are: says what is wrong, and what to do about it. */
class EmbeddedPostgresUnusable extends RuntimeException {

    private final String action;

    EmbeddedPostgresUnusable(String description, String action) {
        this(description, action, null);
    }

    EmbeddedPostgresUnusable(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
