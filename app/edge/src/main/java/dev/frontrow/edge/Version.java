package dev.frontrow.edge;

/**
 * Counts the changes of something that several people may be changing, so that nobody changes what is not as they saw it.
 *
 * @param number another one after each change
 */
public record Version(long number) {

    /** The strong {@code ETag} that stands for it. */
    public String tag() {
        return "\"" + number + "\"";
    }
}
