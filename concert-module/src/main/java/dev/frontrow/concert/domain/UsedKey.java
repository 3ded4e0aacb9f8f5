package dev.frontrow.concert.domain;

import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;

/** A key, among those of one user for one operation. */
public record UsedKey(UserId userId, String operation, IdempotencyKey key) {}
