package dev.frontrow.app.benchmark;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Access tokens of the users, signed as the demo signs them, by a key that the benchmark brings into the database. A signature
 * costs more than most of what is measured, so they are kept in a file from one run to the next.
 */
final class Bearers {

    private static final Duration VALIDITY = Duration.ofDays(90);
    private static final int KEY_BITS = 2048;
    private static final JWSHeader HEADER = new JWSHeader.Builder(JWSAlgorithm.RS256).build();

    private final RSAKey key;
    private final JWSSigner signer;
    private final Path file;
    private final List<String> users;

    private Bearers(RSAKey key, Path file, List<String> users) throws JOSEException {
        this.key = key;
        this.signer = new RSASSASigner(key);
        this.file = file;
        this.users = users;
    }

    /** Those of the runs before, and their key; a new key if there are none. */
    static Bearers keptIn(Path directory) {
        try {
            Files.createDirectories(directory);
            var keyFile = directory.resolve("key.json");
            var file = directory.resolve("users.txt");
            if (!Files.exists(keyFile) || age(keyFile).compareTo(VALIDITY.dividedBy(2)) > 0) {
                Files.deleteIfExists(file);
                Files.writeString(
                        keyFile,
                        new RSAKeyGenerator(KEY_BITS)
                                .keyIDFromThumbprint(true)
                                .generate()
                                .toJSONString());
            }
            var users = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            return new Bearers(RSAKey.parse(Files.readString(keyFile)), file, new ArrayList<>(users));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JOSEException | ParseException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static Duration age(Path file) throws IOException {
        return Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now());
    }

    /** Lets the service take these tokens from its next start on. */
    void acceptedIn(JdbcClient database) {
        database.sql("""
                insert into identity.demo_signing_key (id, jwk)
                values (1, :jwk)
                on conflict (id) do update set jwk = excluded.jwk
                """).param("jwk", key.toJSONString()).update();
    }

    /** The users numbered from 0, that many. */
    List<User> users(int count) {
        if (count > users.size()) {
            users.addAll(IntStream.range(users.size(), count)
                    .parallel()
                    .mapToObj(n -> sign(User.id(n), false))
                    .toList());
            try {
                Files.write(file, users);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return IntStream.range(0, count)
                .mapToObj(n -> new User(n, users.get(n)))
                .toList();
    }

    /** Somebody with the scope admin. */
    String admin() {
        return sign("benchmark", true);
    }

    private String sign(String userId, boolean admin) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer("frontrow-demo")
                .subject(userId)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALIDITY)));
        if (admin) {
            claims.claim("scope", "admin");
        }
        var token = new SignedJWT(HEADER, claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }
}
