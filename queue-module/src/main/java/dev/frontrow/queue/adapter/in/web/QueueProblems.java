package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.ProblemAdvice;
import dev.frontrow.queue.domain.QueueRefused;
import dev.frontrow.queue.domain.QueueRefused.JoiningUnavailable;
import dev.frontrow.queue.domain.QueueRefused.QueueFull;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenExpired;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenInvalid;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenRequired;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenWaiting;
import dev.frontrow.queue.domain.QueueRefused.StreamingUnavailable;
import dev.frontrow.queue.domain.QueueRefused.TooManyStreams;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Answers the line's refusals, whatever the client said it accepts. */
@Component
class QueueProblems implements ProblemAdvice<QueueRefused> {

    private static final int FULL_RETRY_SECONDS = 10;
    private static final int BUSY_RETRY_SECONDS = 1;

    @Override
    public QueueProblem[] problems() {
        return QueueProblem.values();
    }

    @Override
    public ErrorResponse answer(QueueRefused refused) {
        var answer = switch (refused) {
            case QueueFull _ -> retry(QueueProblem.QUEUE_FULL.because(refused), FULL_RETRY_SECONDS);
            case JoiningUnavailable _, StreamingUnavailable _ ->
                retry(GeneralProblem.UNAVAILABLE.because(refused), BUSY_RETRY_SECONDS);
            case QueueTokenRequired _ -> QueueProblem.QUEUE_TOKEN_REQUIRED.because(refused);
            case QueueTokenInvalid _ -> QueueProblem.QUEUE_TOKEN_INVALID.because(refused);
            case QueueTokenWaiting waiting ->
                retry(
                        QueueProblem.QUEUE_TOKEN_WAITING.because(refused).property("position", waiting.position()),
                        waiting.retryAfterSeconds());
            case QueueTokenExpired _ -> QueueProblem.QUEUE_TOKEN_EXPIRED.because(refused);
            case TooManyStreams _ -> retry(QueueProblem.TOO_MANY_STREAMS.because(refused), FULL_RETRY_SECONDS);
        };
        return answer.build();
    }

    private static ErrorResponse.Builder retry(ErrorResponse.Builder answer, int seconds) {
        return answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    }
}
