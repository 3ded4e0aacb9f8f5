package dev.frontrow.app.embeddedpostgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends the start-up with what is wrong with the embedded database, in place of a stack trace. */
class EmbeddedPostgresUnusableFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedPostgresUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedPostgresUnusable cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
