package dev.frontrow.edge;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Names content by itself: the same wherever it is made of the same bytes, another one for any others.
 *
 * @param text 72 bits of SHA-256 in base64url
 */
public record Fingerprint(String text) {

    private static final int BYTES = 9;

    /** Of these bytes, one after the other. */
    public static Fingerprint of(byte[]... content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var bytes : content) {
                digest.update(bytes);
            }
            byte[] first = Arrays.copyOf(digest.digest(), BYTES);
            return new Fingerprint(Base64.getUrlEncoder().withoutPadding().encodeToString(first));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
