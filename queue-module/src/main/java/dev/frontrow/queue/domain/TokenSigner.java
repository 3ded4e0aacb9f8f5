package dev.frontrow.queue.domain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenInvalid;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenRequired;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Writes tokens as clients carry them, and reads them back if they are ours: {@code base64url(payload) + "." +
 * base64url(HMAC-SHA256(key, payload))}.
 *
 * <p>The same claims always give the same text. Exactly one text is read for given claims and key: padding, stray bits or
 * another alphabet make it somebody else's. The first key signs, all of them verify, so keys can be changed one by one.
 * Safe for any number of threads; signatures are compared in constant time.
 */
public final class TokenSigner {

    /** Shorter keys could be guessed. */
    public static final int KEY_BYTES_MIN = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte VERSION = 1;
    private static final int PAYLOAD_BYTES = 1 + 16 + 8 + 8 + TokenClaims.BINDING_BYTES;
    private static final int SIGNATURE_BYTES = 32;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int PAYLOAD_CHARS = charsOf(PAYLOAD_BYTES);
    private static final int TEXT_CHARS = PAYLOAD_CHARS + 1 + charsOf(SIGNATURE_BYTES);

    /** A key each, ready to sign; copied for each signature, since one can't be used by two threads at once. */
    private final List<Mac> keys;

    public TokenSigner(List<byte[]> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there must be a key to sign with");
        }
        for (var key : keys) {
            if (key.length < KEY_BYTES_MIN) {
                throw new IllegalArgumentException(
                        "a signing key must have at least " + KEY_BYTES_MIN + " bytes, not " + key.length);
            }
        }
        this.keys = keys.stream().map(TokenSigner::ready).toList();
    }

    /** The token as its user carries it. */
    public String sign(TokenClaims claims) {
        var concert = claims.id().concertId().value();
        var payload = ByteBuffer.allocate(PAYLOAD_BYTES)
                .put(VERSION)
                .putLong(concert.getMostSignificantBits())
                .putLong(concert.getLeastSignificantBits())
                .putLong(claims.id().number())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, claims.issuedAt()))
                .put(claims.binding())
                .array();
        return text(payload, signature(keys.getFirst(), payload));
    }

    /**
     * What a token says that somebody sent.
     *
     * @throws QueueRefused if none was sent, or none of ours
     */
    public TokenClaims read(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            throw new QueueTokenRequired();
        }
        return verify(token).orElseThrow(QueueTokenInvalid::new);
    }

    /** What a token says, or nothing unless it is exactly as one of our keys signed it. */
    private Optional<TokenClaims> verify(String token) {
        if (token.length() != TEXT_CHARS || token.charAt(PAYLOAD_CHARS) != '.') {
            return Optional.empty();
        }
        var written = token.substring(0, PAYLOAD_CHARS);
        byte[] payload;
        try {
            payload = Base64.getUrlDecoder().decode(written);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return payload.length == PAYLOAD_BYTES
                        && TEXT.encodeToString(payload).equals(written)
                        && isSigned(payload, token.substring(PAYLOAD_CHARS + 1).getBytes(ISO_8859_1))
                ? read(ByteBuffer.wrap(payload))
                : Optional.empty();
    }

    private static Optional<TokenClaims> read(ByteBuffer payload) {
        if (payload.get() != VERSION) {
            return Optional.empty();
        }
        var concertId = new ConcertId(new UUID(payload.getLong(), payload.getLong()));
        long number = payload.getLong();
        var issuedAt = Instant.EPOCH.plus(payload.getLong(), ChronoUnit.MICROS);
        var binding = new byte[TokenClaims.BINDING_BYTES];
        payload.get(binding);
        return number < 1
                ? Optional.empty()
                : Optional.of(new TokenClaims(new TokenId(concertId, number), issuedAt, binding));
    }

    /** @param signature in characters, as only the one text of it is taken */
    private boolean isSigned(byte[] payload, byte[] signature) {
        boolean signed = false;
        for (var key : keys) {
            signed |= MessageDigest.isEqual(TEXT.encode(signature(key, payload)), signature);
        }
        return signed;
    }

    private static Mac ready(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] signature(Mac key, byte[] payload) {
        try {
            return ((Mac) key.clone()).doFinal(payload);
        } catch (CloneNotSupportedException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    private static String text(byte[] payload, byte[] signature) {
        return TEXT.encodeToString(payload) + "." + TEXT.encodeToString(signature);
    }

    private static int charsOf(int bytes) {
        return (bytes * 8 + 5) / 6;
    }
}
