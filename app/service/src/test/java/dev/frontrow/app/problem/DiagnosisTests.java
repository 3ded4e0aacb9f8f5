package dev.frontrow.app.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DiagnosisTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "55P03", "40P01", "40001", "57014", "53300", "53200", "57P01", "57P02", "57P03", "08000", "08006",
                "08003", "25P03", "25P04", "25006"
            })
    void takesPassingStatesForUnavailable(String state) {
        var nested = new RuntimeException(new UncategorizedSQLException("t", "s", new SQLException("m", state)));

        assertThat(Diagnosis.of(nested)).isEqualTo(GeneralProblem.UNAVAILABLE);
    }

    @Test
    void takesAnExhaustedPoolForUnavailable() {
        var exhausted = new SQLTransientConnectionException("request timed out");

        assertThat(Diagnosis.of(new CannotGetJdbcConnectionException("m", exhausted)))
                .isEqualTo(GeneralProblem.UNAVAILABLE);
        assertThat(Diagnosis.of(new CannotCreateTransactionException("m", exhausted)))
                .isEqualTo(GeneralProblem.UNAVAILABLE);
        assertThat(Diagnosis.of(new CannotAcquireLockException("m"))).isEqualTo(GeneralProblem.UNAVAILABLE);
    }

    @Test
    void takesAConnectionThatBrokeAtTheCommitForUnavailable() {
        var broken = new SQLException("An I/O error occurred", "08006", new SocketException("Broken pipe"));

        assertThat(Diagnosis.of(new TransactionSystemException("commit", broken)))
                .isEqualTo(GeneralProblem.UNAVAILABLE);
        assertThat(Diagnosis.of(new TransactionSystemException("commit", new SQLException("Connection is closed"))))
                .isEqualTo(GeneralProblem.UNAVAILABLE);
    }

    @Test
    void takesACharacterThatCantBeStoredForTheClients() {
        assertThat(Diagnosis.of(new UncategorizedSQLException("t", "s", new SQLException("m", "22021"))))
                .isEqualTo(GeneralProblem.INVALID_REQUEST);
    }

    @Test
    void takesTheRestForOurs() {
        assertThat(Diagnosis.of(new IllegalStateException())).isEqualTo(GeneralProblem.INTERNAL_ERROR);
        assertThat(Diagnosis.of(new IOException("m"))).isEqualTo(GeneralProblem.INTERNAL_ERROR);
        assertThat(Diagnosis.of(new DuplicateKeyException("m", new BatchUpdateException("m", "23505", new int[0]))))
                .isEqualTo(GeneralProblem.INTERNAL_ERROR);
    }
}
