package dev.frontrow.queue.domain;

import java.time.Instant;

/**
 * What holds for all tokens of a line.
 *
 * @param revision counts the changes of the settings, so that an older account never replaces a newer one
 * @param closesAt when the concert's last sale closes, and with it every token
 * @param admittedTotal how many were admitted since the line began
 */
public record LineTerms(LineSettings settings, long revision, Instant closesAt, long admittedTotal) {}
