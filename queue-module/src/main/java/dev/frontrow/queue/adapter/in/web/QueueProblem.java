package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Problem;
import dev.frontrow.queue.domain.QueueRefused;
import dev.frontrow.queue.domain.QueueRefused.QueueFull;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenExpired;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenInvalid;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenRequired;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenWaiting;
import dev.frontrow.queue.domain.QueueRefused.TooManyStreams;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Why the line says no. */
enum QueueProblem implements Problem<QueueRefused> {
    QUEUE_FULL(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Queue full",
            """
            As many people wait as this concert's line takes. Try again after the time that Retry-After names.""",
            new QueueFull(new ConcertId(UUID.fromString("0d1c5ac8-4f7e-4a0c-9a53-3f7e1b2c4d5e")))),
    QUEUE_TOKEN_REQUIRED(HttpStatus.FORBIDDEN, "Queue token required", """
            The header Queue-Token is missing. Join the line with POST /api/v1/queue-tokens, and send the token \
            you get.""", new QueueTokenRequired()),
    QUEUE_TOKEN_INVALID(HttpStatus.FORBIDDEN, "Queue token invalid", """
            The header Queue-Token carries no token of ours, or one of another user or another concert. Send the \
            token exactly as you got it, alone.""", new QueueTokenInvalid()),
    QUEUE_TOKEN_WAITING(HttpStatus.FORBIDDEN, "Queue token waiting", """
            The token has not been let in yet. The member position says where it stands; ask again after the \
            time that Retry-After names.""", new QueueTokenWaiting(12, 3)),
    QUEUE_TOKEN_EXPIRED(HttpStatus.GONE, "Queue token expired", """
            The token has ended: paid with, over, never used, given up, or the sale closed. Join the line again \
            for a new one.""", new QueueTokenExpired()),
    TOO_MANY_STREAMS(HttpStatus.SERVICE_UNAVAILABLE, "Too many streams", """
            This instance holds as many event streams as it takes. Poll GET /api/v1/queue-tokens/current \
            instead, or try again after the time that Retry-After names.""", new TooManyStreams(5_000));

    private final Statement<QueueRefused> statement;

    QueueProblem(HttpStatus status, String title, String meaning, QueueRefused example) {
        this.statement = new Statement<>(status, title, meaning, example);
    }

    @Override
    public Statement<QueueRefused> statement() {
        return statement;
    }
}
