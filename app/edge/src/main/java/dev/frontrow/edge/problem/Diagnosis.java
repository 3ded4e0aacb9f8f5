package dev.frontrow.edge.problem;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.KnownFailures;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Which problem an exception is that nobody has answered: the client's (something it sent can't be taken), a passing one
 * of what the service depends on, or an error of ours. The whole chain of causes is looked at, from the outside in.
 */
@Component
class Diagnosis {

    private static final Logger log = LoggerFactory.getLogger(Diagnosis.class);

    private static final int CAUSES_MAX = 32;

    /** Connections; resources, a disk without room among them; the system, such as a disk that fails. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "58");

    /** Locks, deadlocks, serialization failures, timeouts, a server that shuts down or has no connection left, a standby. */
    private static final Set<String> PASSING_STATES = Set.of(
            "55P03", "40P01", "40001", "40003", "57014", "57P01", "57P02", "57P03", "57P05", "25P03", "25P04", "25006");

    /** A character that the database can't store, such as NUL. */
    private static final Set<String> BAD_TEXT_STATES = Set.of("22021", "22P05");

    private final UnansweredRequests unanswered = new UnansweredRequests(Duration.ofSeconds(1));
    private final List<KnownFailures> known;

    Diagnosis(ObjectProvider<KnownFailures> known) {
        this.known = known.orderedStream().toList();
    }

    GeneralProblem of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .map(this::ofOne)
                .filter(problem -> problem != GeneralProblem.INTERNAL_ERROR)
                .findFirst()
                .orElse(GeneralProblem.INTERNAL_ERROR);
    }

    /**
     * What to tell the client about a failure; the rest is in the log, under the number that the client gets. That the client is gone
     * is no failure of ours, and nobody is there to be told.
     */
    String detail(GeneralProblem problem, Throwable failure) {
        if (problem == GeneralProblem.INTERNAL_ERROR
                && !DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            var incident = "%016x".formatted(ThreadLocalRandom.current().nextLong());
            log.error("Incident {}: a request failed", incident, failure);
            return "Something is wrong with the service; its log knows more about incident " + incident + ".";
        }
        if (problem == GeneralProblem.UNAVAILABLE) {
            unanswered.add(failure);
        }
        return problem.defaultDetail();
    }

    private GeneralProblem ofOne(Throwable failure) {
        return known.stream()
                .flatMap(kind -> kind.problemOf(failure).stream())
                .findFirst()
                .orElseGet(() -> ofLibraries(failure));
    }

    private static GeneralProblem ofLibraries(Throwable failure) {
        return switch (failure) {
            case RequestTooLarge _ -> GeneralProblem.REQUEST_TOO_LARGE;
            case TooManyBodies _ -> GeneralProblem.UNAVAILABLE;
            case BadRequestException _, EOFException _, SocketTimeoutException _ -> GeneralProblem.INVALID_REQUEST;
            case InvalidParameterException parameter -> GeneralProblem.of(parameter.getErrorCode());
            case CannotCreateTransactionException _,
                    TransactionTimedOutException _,
                    DataAccessResourceFailureException _,
                    TransientDataAccessException _ -> GeneralProblem.UNAVAILABLE;
            case SQLException sql -> ofSql(sql);
            default -> GeneralProblem.INTERNAL_ERROR;
        };
    }

    private static GeneralProblem ofSql(SQLException failure) {
        if (failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException) {
            return GeneralProblem.UNAVAILABLE;
        }
        var state = failure.getSQLState();
        if (state == null) {
            // The pool's "Connection is closed", after the connection broke within a transaction.
            return GeneralProblem.UNAVAILABLE;
        }
        if (PASSING_STATES.contains(state) || PASSING_CLASSES.stream().anyMatch(state::startsWith)) {
            return GeneralProblem.UNAVAILABLE;
        }
        return BAD_TEXT_STATES.contains(state) ? GeneralProblem.INVALID_REQUEST : GeneralProblem.INTERNAL_ERROR;
    }
}
