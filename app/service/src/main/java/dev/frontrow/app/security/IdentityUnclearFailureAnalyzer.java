package dev.frontrow.app.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set, instead of a stack trace. */
class IdentityUnclearFailureAnalyzer extends AbstractFailureAnalyzer<IdentityUnclear> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IdentityUnclear cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
