package dev.frontrow.queue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.AtOnce;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenInvalid;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenRequired;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenSignerTests {

    private static final byte[] KEY = "a signing key of thirty-two bytes, or more".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER_KEY = "another signing key of thirty-two bytes".getBytes(StandardCharsets.UTF_8);
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final TokenSigner signer = new TokenSigner(List.of(KEY));
    private final TokenClaims claims = TokenClaims.of(
            new TokenId(new ConcertId(UUID.fromString("0d1c5ac8-4f7e-4a0c-9a53-3f7e1b2c4d5e")), 1_234_567),
            Instant.parse("2026-12-24T10:00:00.123456Z"),
            new UserId("ann"));

    @Test
    void readsWhatItSigned() {
        var read = signer.read(signer.sign(claims));

        assertThat(read.id()).isEqualTo(claims.id());
        assertThat(read.issuedAt()).isEqualTo(claims.issuedAt());
        assertThat(read.belongsTo(new UserId("ann"))).isTrue();
        assertThat(read.belongsTo(new UserId("bob"))).isFalse();
    }

    @Test
    void alwaysWritesTheSameTokenInTheSameWay() {
        assertThat(signer.sign(claims)).isEqualTo(signer.sign(claims)).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    }

    @Test
    void signsAndReadsForManyAtOnce() {
        var token = signer.sign(claims);

        var signed = AtOnce.times(100, () -> {
            signer.read(token);
            return signer.sign(claims);
        });

        assertThat(signed).hasSize(100).containsOnly(token);
    }

    @Test
    void refusesATokenWithAnyOtherCharacter() {
        var token = signer.sign(claims);
        for (int at = 0; at < token.length(); at++) {
            for (char other : ALPHABET.toCharArray()) {
                var forged = token.substring(0, at) + other + token.substring(at + 1);
                if (!forged.equals(token)) {
                    assertRefused(forged);
                }
            }
        }
    }

    @Test
    void refusesATokenThatIsCutOffPaddedOrLonger() {
        var token = signer.sign(claims);
        for (int length = 1; length < token.length(); length++) {
            assertRefused(token.substring(0, length));
        }
        for (var more : List.of("=", "==", "A", ".", " ", "\n", token, ", " + token)) {
            assertRefused(token + more);
            assertRefused(more + token);
        }
        assertRefused(token.replace(".", "=."));
        assertRefused("é".repeat(token.length()));
    }

    @Test
    void asksForATokenWhereThereIsNone() {
        assertThatThrownBy(() -> signer.read(null)).isInstanceOf(QueueTokenRequired.class);
        assertThatThrownBy(() -> signer.read("")).isInstanceOf(QueueTokenRequired.class);
    }

    @Test
    void refusesATokenOfAnotherKey() {
        assertRefused(new TokenSigner(List.of(OTHER_KEY)).sign(claims));
    }

    @Test
    void signsWithTheFirstKeyAndVerifiesWithAll() {
        var rotated = new TokenSigner(List.of(OTHER_KEY, KEY));

        assertThat(rotated.read(signer.sign(claims)).id()).isEqualTo(claims.id());
        assertThat(rotated.sign(claims)).isEqualTo(new TokenSigner(List.of(OTHER_KEY)).sign(claims));
    }

    @Test
    void refusesKeysThatCouldBeGuessed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenSigner(List.of(new byte[31])));
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenSigner(List.of()));
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> signer.read(token)).as(token).isInstanceOf(QueueTokenInvalid.class);
    }
}
