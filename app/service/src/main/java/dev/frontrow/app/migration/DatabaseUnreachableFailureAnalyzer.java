package dev.frontrow.app.migration;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends the start-up with a few words, in place of a stack trace, when the database can't be reached or lets nobody in. */
class DatabaseUnreachableFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        var state = cause.getSQLState();
        if (state == null) {
            return null;
        }
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08" ->
                new FailureAnalysis(
                        "The database can't be reached: " + cause.getMessage(),
                        "See that it runs and answers, and that spring.datasource.url names it; then start again. "
                                + "Without spring.datasource.url the service brings its own PostgreSQL.",
                        cause);
            case "28", "3D" ->
                new FailureAnalysis(
                        "The database refuses the connection: " + cause.getMessage(),
                        "Correct spring.datasource.url, .username and .password, and start again.",
                        cause);
            case "53", "57" ->
                new FailureAnalysis(
                        "The database takes no connection at the moment: " + cause.getMessage(),
                        "Start again when it is ready.",
                        cause);
            default -> null;
        };
    }
}
