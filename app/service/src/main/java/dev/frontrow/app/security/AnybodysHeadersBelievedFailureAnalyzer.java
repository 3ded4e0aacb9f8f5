package dev.frontrow.app.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set, instead of a stack trace. */
class AnybodysHeadersBelievedFailureAnalyzer extends AbstractFailureAnalyzer<AnybodysHeadersBelieved> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AnybodysHeadersBelieved cause) {
        return new FailureAnalysis(cause.getMessage(), AnybodysHeadersBelieved.action(), cause);
    }
}
