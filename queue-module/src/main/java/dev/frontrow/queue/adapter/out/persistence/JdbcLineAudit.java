package dev.frontrow.queue.adapter.out.persistence;

import dev.frontrow.queue.LineAudit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLineAudit implements LineAudit {

    private final JdbcClient jdbc;

    JdbcLineAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long usersWithSeveralLiveTokens() {
        return jdbc.sql("""
                select count(*) as violations from (
                  select 1 from queue.token where status <> 'ENDED' group by concert_id, user_id having count(*) > 1
                ) several
                """).query((row, n) -> row.getLong("violations")).single();
    }

    /** Steps whose own account is over the cap, and lines in which more are active than the last step's cap allowed. */
    @Override
    public long admissionsAboveCap() {
        return jdbc.sql("""
                select (select count(*) from queue.admission where active_after > max_active)
                     + (select count(*) from (
                          select distinct on (concert_id) concert_id, at, max_active
                            from queue.admission order by concert_id, first_number desc) last
                         where last.max_active < (
                           select count(*) from queue.token t
                            where t.concert_id = last.concert_id and t.status = 'ACTIVE' and t.expires_at > last.at)
                       ) as violations
                """).query((row, n) -> row.getLong("violations")).single();
    }
}
