package dev.frontrow.reservation.adapter.out.queue;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.Admission;
import dev.frontrow.queue.Admissions;
import dev.frontrow.reservation.application.port.out.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class QueueLine implements Line {

    private final Admissions admissions;

    QueueLine(Admissions admissions) {
        this.admissions = admissions;
    }

    @Override
    public void check(@Nullable String queueToken, String userId, ConcertId concertId) {
        admissions.check(queueToken, userId, concertId);
    }

    @Override
    public Admission lock(@Nullable String queueToken, String userId, ConcertId concertId) {
        return admissions.lock(queueToken, userId, concertId);
    }
}
