package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.query.WaitingEntryView;
import dev.frontrow.reservation.application.query.WaitingEntryViews;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.WaitingStatus;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWaitingEntryViews implements WaitingEntryViews {

    private final JdbcClient jdbc;

    JdbcWaitingEntryViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<WaitingEntryView> find(ScheduleId scheduleId, UserId userId) {
        return jdbc.sql("""
                select mine.schedule_id, mine.seats, mine.state, mine.reservation_id, mine.joined_at,
                       case when mine.state = 'WAITING'
                            then (select count(*)
                                    from reservation.waiting_entry e
                                   where e.schedule_id = mine.schedule_id and e.status = 'WAITING'
                                     and e.number <= mine.number) end as position
                  from reservation.waiting_entry_now mine
                 where mine.schedule_id = :scheduleId and mine.user_id = :userId
                """)
                .param("scheduleId", scheduleId.value())
                .param("userId", userId.value())
                .query((row, n) -> new WaitingEntryView(
                        new ScheduleId(row.getObject("schedule_id", UUID.class)),
                        row.getInt("seats"),
                        WaitingStatus.valueOf(row.getString("state")),
                        row.getObject("position", Long.class),
                        Optional.ofNullable(row.getObject("reservation_id", UUID.class))
                                .map(ReservationId::new)
                                .orElse(null),
                        instant(row, "joined_at")))
                .optional();
    }
}
