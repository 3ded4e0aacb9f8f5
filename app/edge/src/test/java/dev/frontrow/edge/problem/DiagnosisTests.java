package dev.frontrow.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.KnownFailures;
import java.io.IOException;
import java.net.SocketException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DiagnosisTests {

    private final Diagnosis diagnosis = knowing();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "55P03", "40P01", "40001", "57014", "53300", "53200", "53100", "58030", "57P01", "57P02", "57P03",
                "08000", "08006", "08003", "25P03", "25P04", "25006"
            })
    void takesPassingStatesForUnavailable(String state) {
        var nested = new RuntimeException(new UncategorizedSQLException("t", "s", new SQLException("m", state)));

        assertThat(diagnosis.of(nested)).isEqualTo(GeneralProblem.UNAVAILABLE);
    }

    @Test
    void takesAnExhaustedPoolForUnavailable() {
        var exhausted = new SQLTransientConnectionException("request timed out");

        assertThat(diagnosis.of(new CannotGetJdbcConnectionException("m", exhausted)))
                .isEqualTo(GeneralProblem.UNAVAILABLE);
        assertThat(diagnosis.of(new CannotCreateTransactionException("m", exhausted)))
                .isEqualTo(GeneralProblem.UNAVAILABLE);
        assertThat(diagnosis.of(new CannotAcquireLockException("m"))).isEqualTo(GeneralProblem.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "58030"})
    void takesADiskThatFailsAtTheCommitForUnavailable(String state) {
        assertThat(diagnosis.of(new TransactionSystemException("commit", new SQLException("could not write", state))))
                .isEqualTo(GeneralProblem.UNAVAILABLE);
    }

    @Test
    void takesAConnectionThatBrokeAtTheCommitForUnavailable() {
        var broken = new SQLException("An I/O error occurred", "08006", new SocketException("Broken pipe"));

        assertThat(diagnosis.of(new TransactionSystemException("commit", broken)))
                .isEqualTo(GeneralProblem.UNAVAILABLE);
        assertThat(diagnosis.of(new TransactionSystemException("commit", new SQLException("Connection is closed"))))
                .isEqualTo(GeneralProblem.UNAVAILABLE);
    }

    @Test
    void takesACharacterThatCantBeStoredForTheClients() {
        assertThat(diagnosis.of(new UncategorizedSQLException("t", "s", new SQLException("m", "22021"))))
                .isEqualTo(GeneralProblem.INVALID_REQUEST);
    }

    @Test
    void takesTheRestForOurs() {
        assertThat(diagnosis.of(new IllegalStateException())).isEqualTo(GeneralProblem.INTERNAL_ERROR);
        assertThat(diagnosis.of(new IOException("m"))).isEqualTo(GeneralProblem.INTERNAL_ERROR);
        assertThat(diagnosis.of(new DuplicateKeyException("m", new BatchUpdateException("m", "23505", new int[0]))))
                .isEqualTo(GeneralProblem.INTERNAL_ERROR);
    }

    @Test
    void asksFirstWhoeverKnowsALibrary() {
        var withTheirs = knowing(
                failure -> failure instanceof UnsupportedOperationException
                        ? Optional.of(GeneralProblem.FORBIDDEN)
                        : Optional.empty(),
                failure -> failure instanceof CannotAcquireLockException
                        ? Optional.of(GeneralProblem.RATE_LIMITED)
                        : Optional.empty());

        assertThat(withTheirs.of(new UnsupportedOperationException())).isEqualTo(GeneralProblem.FORBIDDEN);
        assertThat(withTheirs.of(new IllegalStateException(new UnsupportedOperationException())))
                .isEqualTo(GeneralProblem.FORBIDDEN);
        assertThat(withTheirs.of(new CannotAcquireLockException("m"))).isEqualTo(GeneralProblem.RATE_LIMITED);
        assertThat(withTheirs.of(new IllegalStateException())).isEqualTo(GeneralProblem.INTERNAL_ERROR);
    }

    @Test
    void endsWithCausesThatGoOnForEver() {
        var first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertThat(diagnosis.of(first)).isEqualTo(GeneralProblem.INTERNAL_ERROR);
    }

    @Test
    void tellsTheClientOfOurFailureANumberAlone() {
        var failure = new IllegalStateException("secret");

        assertThat(diagnosis.detail(GeneralProblem.INTERNAL_ERROR, failure))
                .containsPattern("[0-9a-f]{16}")
                .doesNotContain("secret");
        assertThat(diagnosis.detail(GeneralProblem.UNAVAILABLE, failure))
                .isEqualTo(GeneralProblem.UNAVAILABLE.defaultDetail());
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void complainsOfOurFailuresAndNotOfClientsThatAreGone(CapturedOutput log) {
        diagnosis.detail(GeneralProblem.INTERNAL_ERROR, new IOException("Broken pipe"));
        diagnosis.detail(
                GeneralProblem.INTERNAL_ERROR, new IllegalStateException(new IOException("Connection reset by peer")));
        assertThat(log).doesNotContain("Incident");

        diagnosis.detail(GeneralProblem.INTERNAL_ERROR, new IOException("No space left on device"));
        assertThat(log).contains("Incident", "No space left on device");
    }

    private static Diagnosis knowing(KnownFailures... known) {
        var beans = new StaticListableBeanFactory();
        for (var each : known) {
            beans.addBean("known " + each, each);
        }
        return new Diagnosis(beans.getBeanProvider(KnownFailures.class));
    }
}
