package dev.frontrow.queue.adapter.out.persistence;

import dev.frontrow.queue.application.port.out.SigningKeys;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSigningKeys implements SigningKeys {

    private final JdbcClient jdbc;

    JdbcSigningKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<byte[]> shared() {
        return jdbc.sql("select secret from queue.signing_key where id = 1")
                .query((row, n) -> row.getBytes("secret"))
                .optional();
    }

    @Override
    public byte[] sharedOr(byte[] candidate) {
        jdbc.sql("insert into queue.signing_key (id, secret) values (1, :secret) on conflict do nothing")
                .param("secret", candidate)
                .update();
        return shared().orElseThrow();
    }
}
