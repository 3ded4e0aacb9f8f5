package dev.frontrow.payment;

import dev.frontrow.edge.Identifier;
import java.util.UUID;

/** Names a payment. Opaque to clients; a UUID within. */
public record PaymentId(UUID value) implements Identifier {

    /** A new id, for a payment that is about to be opened. */
    public static PaymentId generate() {
        return new PaymentId(Identifier.generate());
    }

    /** Reads an id as a client sends it; one that can't be ours names nothing. */
    public static PaymentId of(String text) {
        return new PaymentId(Identifier.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
