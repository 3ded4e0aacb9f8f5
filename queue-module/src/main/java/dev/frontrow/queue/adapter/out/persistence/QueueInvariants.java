package dev.frontrow.queue.adapter.out.persistence;

import dev.frontrow.edge.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the lines promise. */
@Configuration(proxyBeanMethods = false)
class QueueInvariants {

    @Bean
    @Order(70)
    Invariant oneLiveTokenPerUser(JdbcClient jdbc) {
        return Invariant.counted(
                "one-live-token-per-user", "A user has at most one live queue token a concert.", jdbc, """
                select count(*) from (
                  select 1 from queue.token where status <> 'ENDED' group by concert_id, user_id having count(*) > 1
                ) several
                """);
    }

    /** Steps whose own account is over the cap, and lines in which more are active than the last step's cap allowed. */
    @Bean
    @Order(80)
    Invariant noAdmissionAboveCap(JdbcClient jdbc) {
        return Invariant.counted(
                "no-admission-above-cap", "No admission left more tokens active than the cap in force.", jdbc, """
                select (select count(*) from queue.admission where active_after > max_active)
                     + (select count(*) from (
                          select distinct on (concert_id) concert_id, at, max_active
                            from queue.admission order by concert_id, first_number desc) last
                         where last.max_active < (
                           select count(*) from queue.token t
                            where t.concert_id = last.concert_id and t.status = 'ACTIVE' and t.expires_at > last.at)
                       )
                """);
    }
}
