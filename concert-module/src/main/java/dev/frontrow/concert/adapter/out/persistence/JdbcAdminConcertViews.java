package dev.frontrow.concert.adapter.out.persistence;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.UsualSeatLimit;
import dev.frontrow.concert.application.query.AdminConcertView;
import dev.frontrow.concert.application.query.AdminConcertViews;
import dev.frontrow.concert.application.query.RefundTermsView;
import dev.frontrow.concert.application.query.SaleFilter;
import dev.frontrow.concert.domain.UsedKey;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.Version;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Repository
class JdbcAdminConcertViews implements AdminConcertViews {

    private final JdbcClient jdbc;
    private final ConcertPages pages;
    private final JsonMapper json;
    private final UsualSeatLimit usualLimit;

    JdbcAdminConcertViews(JdbcClient jdbc, ConcertPages pages, JsonMapper json, UsualSeatLimit usualLimit) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.json = json;
        this.usualLimit = usualLimit;
    }

    @Override
    public Optional<Versioned> find(ConcertId id) {
        return read("c.id = :id", id.value());
    }

    @Override
    public Versioned findBySchedule(ScheduleId id) {
        return read("c.id = (select concert_id from concert.schedule where id = :id)", id.value())
                .orElseThrow();
    }

    private Optional<Versioned> read(String which, UUID id) {
        var rows = jdbc.sql("""
                select %s,
                       %s
                  from concert.concert c
                  join concert.schedule_now s on s.concert_id = c.id
                 where %s
                 order by s.starts_at, s.id
                """.formatted(ConcertRow.COLUMNS, ConcertRow.SECTIONS, which))
                .param("id", id)
                .param("usualSeatsMax", usualLimit.seatsPerUserMax())
                .query((row, n) -> ConcertRow.readWhole(row))
                .list();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Versioned(
                        ConcertRow.adminConcert(rows), rows.getFirst().version()));
    }

    @Override
    public Versioned answered(UsedKey key) {
        return jdbc.sql("""
                select version, answer from concert.kept_answer
                 where user_id = :userId and operation = :operation and idempotency_key = :key
                """)
                .param("userId", key.userId().value())
                .param("operation", key.operation())
                .param("key", key.key().value())
                .query((row, n) -> new Versioned(kept(row.getString("answer")), new Version(row.getLong("version"))))
                .single();
    }

    /** What was kept before concerts had terms of their own says nothing of them; those held that hold where nothing is said. */
    private AdminConcertView kept(String answer) {
        var concert = (ObjectNode) json.readTree(answer);
        concert.putIfAbsent("seatsPerUserMax", json.valueToTree(usualLimit.seatsPerUserMax()));
        concert.putIfAbsent("refundTerms", json.valueToTree(RefundTermsView.of(RefundTerms.IN_FULL_UNTIL_START)));
        return json.treeToValue(concert, AdminConcertView.class);
    }

    @Override
    public Page<AdminConcertView> page(SaleFilter sale, PageRequest request) {
        return pages.ofAll(sale, request);
    }
}
