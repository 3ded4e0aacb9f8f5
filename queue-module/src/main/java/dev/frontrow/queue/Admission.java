package dev.frontrow.queue;

import java.time.Instant;

/**
 * An active token, as it was found.
 *
 * @param reference names exactly this token; opaque to others, who may keep it and give it back
 * @param at the database's clock ({@code statement_timestamp()}) when the token was found active
 */
public record Admission(String reference, Instant at) {}
