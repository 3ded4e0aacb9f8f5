package dev.frontrow.queue.domain;

import dev.frontrow.edge.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;

/**
 * What a signed token says: which one it is, when it was issued (to the microsecond), and to whom.
 *
 * <p>The user is named by the first 16 bytes of a SHA-256 of the user id: enough to tell users apart, and no id to read.
 */
public final class TokenClaims {

    static final int BINDING_BYTES = 16;

    private final TokenId id;
    private final Instant issuedAt;
    private final byte[] binding;

    TokenClaims(TokenId id, Instant issuedAt, byte[] binding) {
        if (binding.length != BINDING_BYTES) {
            throw new IllegalArgumentException("a user is named by " + BINDING_BYTES + " bytes: " + binding.length);
        }
        this.id = id;
        this.issuedAt = issuedAt;
        this.binding = binding.clone();
    }

    public static TokenClaims of(TokenId id, Instant issuedAt, UserId userId) {
        return new TokenClaims(id, issuedAt, bindingOf(userId));
    }

    public TokenId id() {
        return id;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    /** Whether the token was issued to that user. */
    public boolean belongsTo(UserId userId) {
        return MessageDigest.isEqual(binding, bindingOf(userId));
    }

    byte[] binding() {
        return binding.clone();
    }

    private static byte[] bindingOf(UserId userId) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(userId.value().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, BINDING_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
