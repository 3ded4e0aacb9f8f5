package dev.frontrow.payment;

import java.util.Optional;
import java.util.UUID;

/** Names a payment. Opaque to clients; a UUID within. */
public record PaymentId(UUID value) {

    /** A new id, for a payment that is about to be opened. */
    public static PaymentId random() {
        return new PaymentId(UUID.randomUUID());
    }

    /**
     * Reads an id as a client sends it.
     *
     * @return the id, or nothing where {@code text} can't be one of ours (only the canonical lower-case form is)
     */
    public static Optional<PaymentId> parse(String text) {
        try {
            var uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? Optional.of(new PaymentId(uuid)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
