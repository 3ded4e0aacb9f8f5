package dev.frontrow.queue.domain;

/** News of one token of a line: the state it has reached. */
public record TokenChange(long number, TokenState state) {}
