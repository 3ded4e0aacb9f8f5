package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;
import static dev.frontrow.edge.DatabaseTime.instantOrNull;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.query.ShowCancellationView;
import dev.frontrow.reservation.application.query.ShowCancellationView.Status;
import dev.frontrow.reservation.application.query.ShowCancellationViews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcShowCancellationViews implements ShowCancellationViews {

    private final JdbcClient jdbc;

    JdbcShowCancellationViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ShowCancellationView> find(ScheduleId scheduleId) {
        return jdbc.sql("""
                select schedule_id, reason, refunds_total, refunds_done, points_returned, started_at, finished_at
                  from reservation.cancelled_show
                 where schedule_id = :scheduleId
                """)
                .param("scheduleId", scheduleId.value())
                .query(JdbcShowCancellationViews::view)
                .optional();
    }

    private static ShowCancellationView view(ResultSet row, int n) throws SQLException {
        var finishedAt = instantOrNull(row, "finished_at");
        return new ShowCancellationView(
                new ScheduleId(row.getObject("schedule_id", UUID.class)),
                row.getString("reason"),
                finishedAt == null ? Status.RUNNING : Status.DONE,
                row.getInt("refunds_total"),
                row.getInt("refunds_done"),
                row.getLong("points_returned"),
                instant(row, "started_at"),
                finishedAt);
    }
}
