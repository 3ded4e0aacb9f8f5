package dev.frontrow.reservation;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.Admission;
import dev.frontrow.queue.Admissions;
import dev.frontrow.queue.Announcements;
import dev.frontrow.queue.SeatCount;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Stands in for queue: lets everybody in who has a token, one action a user and concert at a time. */
@Component
class QueueStandIn implements Admissions, Announcements {

    private final JdbcClient jdbc;
    private final AtomicInteger checks = new AtomicInteger();
    private final Set<ConcertId> awaited = ConcurrentHashMap.newKeySet();
    private volatile Map<ConcertId, SeatCount> announced = Map.of();

    QueueStandIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int checks() {
        return checks.get();
    }

    /** Has somebody stand in the line of these concerts, and of no other. */
    void await(ConcertId... concertIds) {
        awaited.clear();
        awaited.addAll(List.of(concertIds));
    }

    /** What its lines were told last. */
    Map<ConcertId, SeatCount> announced() {
        return announced;
    }

    @Override
    public Set<ConcertId> awaited() {
        return Set.copyOf(awaited);
    }

    @Override
    public void announce(Map<ConcertId, SeatCount> seats) {
        announced = seats;
    }

    @Override
    public Admission check(@Nullable String queueToken, UserId userId, ConcertId concertId) {
        checks.incrementAndGet();
        if (queueToken == null) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "queue-token-required");
        }
        if (queueToken.equals("ended")) {
            throw new ResponseStatusException(HttpStatus.GONE, "queue-token-expired");
        }
        var at = jdbc.sql("select statement_timestamp()")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
        return new Admission("admission of " + userId, at);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Outcome<Admission>> lock(List<Pass> passes) {
        passes.stream()
                .map(pass -> pass.userId() + "@" + pass.concertId())
                .distinct()
                .sorted()
                .forEach(this::lock);
        return passes.stream()
                .map(pass -> Outcome.of(
                        ResponseStatusException.class, () -> check(pass.queueToken(), pass.userId(), pass.concertId())))
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void awaitActionsOf(UserId userId, ConcertId concertId) {
        lock(userId + "@" + concertId);
    }

    private void lock(String place) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:place, 0))")
                .param("place", place)
                .query((row, n) -> 1)
                .single();
    }

    /** Answers what the queue refuses. */
    @RestControllerAdvice
    @Order(0)
    static class QueueRefusals {

        @ExceptionHandler
        ErrorResponse answer(ResponseStatusException refused) {
            return refused;
        }
    }
}
