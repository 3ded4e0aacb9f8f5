package dev.frontrow.app.security.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key that signs the demo's tokens: made once, kept in the database, the same on all instances. */
final class DemoSigningKeys {

    /** RSA, since its signatures are cheap to verify, and that is done for every request. */
    private static final int KEY_BITS = 2048;

    private final JdbcClient jdbc;

    DemoSigningKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The key that is there, or a new one; whoever comes second takes the first one's. */
    RSAKey obtain() {
        var present = find();
        if (present.isPresent()) {
            return parse(present.get());
        }
        jdbc.sql("""
                insert into identity.demo_signing_key (id, jwk)
                values (1, :jwk)
                on conflict (id) do nothing
                """).param("jwk", generate().toJSONString()).update();
        return parse(find().orElseThrow(() -> new IllegalStateException("the demo's signing key was deleted")));
    }

    private Optional<String> find() {
        return jdbc.sql("""
                select jwk
                  from identity.demo_signing_key
                 where id = 1
                """).query((row, n) -> row.getString("jwk")).optional();
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(KEY_BITS).keyIDFromThumbprint(true).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("no RSA key can be made", impossible);
        }
    }

    private static RSAKey parse(String jwk) {
        try {
            return RSAKey.parse(jwk);
        } catch (ParseException unreadable) {
            throw new IllegalStateException("the demo's signing key in the database can't be read", unreadable);
        }
    }
}
