package dev.frontrow.app.embeddedpostgres;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends the start-up with what is wrong with the embedded database, in place of a stack trace. */
class EmbeddedPostgresUnusableFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedPostgresUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedPostgresUnusable cause) {
        return new FailureAnalysis(describe(cause), cause.action(), cause);
    }

    private static @Nullable String describe(EmbeddedPostgresUnusable failure) {
        var cause = failure.getCause();
        return cause == null ? failure.getMessage() : failure.getMessage() + System.lineSeparator() + cause;
    }
}
