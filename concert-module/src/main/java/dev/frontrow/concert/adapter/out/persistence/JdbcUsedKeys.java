package dev.frontrow.concert.adapter.out.persistence;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.application.port.out.UsedKeys;
import dev.frontrow.concert.application.query.AdminConcertViews;
import dev.frontrow.concert.domain.UsedKey;
import dev.frontrow.edge.Fingerprint;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps answers as JSON, written and read by the shared mapper, which can read what an earlier version has written. */
@Repository
class JdbcUsedKeys implements UsedKeys {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AdminConcertViews concerts;

    JdbcUsedKeys(JdbcClient jdbc, JsonMapper json, AdminConcertViews concerts) {
        this.jdbc = jdbc;
        this.json = json;
        this.concerts = concerts;
    }

    @Override
    public Optional<Fingerprint> claim(UsedKey key, Fingerprint content) {
        int claimed = jdbc.sql("""
                insert into concert.kept_answer (user_id, operation, idempotency_key, content)
                values (:userId, :operation, :key, :content)
                    on conflict do nothing
                """)
                .param("userId", key.userId().value())
                .param("operation", key.operation())
                .param("key", key.key().value())
                .param("content", content.text())
                .update();
        return claimed == 1 ? Optional.empty() : Optional.of(contentOf(key));
    }

    private Fingerprint contentOf(UsedKey key) {
        return jdbc.sql("""
                select content from concert.kept_answer
                 where user_id = :userId and operation = :operation and idempotency_key = :key
                """)
                .param("userId", key.userId().value())
                .param("operation", key.operation())
                .param("key", key.key().value())
                .query((row, n) -> new Fingerprint(row.getString("content")))
                .single();
    }

    @Override
    public void keepAnswer(UsedKey key, ConcertId concertId) {
        var answer = concerts.find(concertId).orElseThrow();
        int kept = jdbc.sql("""
                update concert.kept_answer
                   set version = :version, answer = :answer
                 where user_id = :userId and operation = :operation and idempotency_key = :key and answer is null
                """)
                .param("userId", key.userId().value())
                .param("operation", key.operation())
                .param("key", key.key().value())
                .param("version", answer.version().number())
                .param("answer", json.writeValueAsString(answer.concert()))
                .update();
        if (kept != 1) {
            throw new IllegalStateException(key + " was not claimed in this transaction");
        }
    }
}
