package dev.frontrow.edge;

import java.util.UUID;

/**
 * An id that clients see as an opaque text: {@code toString()} writes it, and a static {@code of(String)}, which every
 * identifier has, reads it. In JSON, in a path and in the description of an operation it is that text.
 *
 * <p>Reading never fails. A text that can't be one of ours becomes an id that names nothing, and so is simply not found.
 */
public interface Identifier {

    /** Names nothing: no UUID that is generated is like it. */
    UUID NOTHING = new UUID(0, 0);

    /**
     * A new UUID, for something that is about to be made. It begins with the millisecond in which it is made, so that in an index
     * it comes to lie beside those made just before; its other 74 bits are random each time, so that knowing one helps nobody to
     * guess another. Version 7 of RFC 9562. Safe for any number of threads.
     */
    static UUID generate() {
        return TimeOrdered.UUIDS.generate();
    }

    /** The UUID that the text is in its canonical lower-case form; {@link #NOTHING} for any other text. */
    static UUID uuid(String text) {
        try {
            var uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? uuid : NOTHING;
        } catch (IllegalArgumentException notAnId) {
            return NOTHING;
        }
    }
}
