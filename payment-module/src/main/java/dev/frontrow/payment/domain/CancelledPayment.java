package dev.frontrow.payment.domain;

/** A payment whose reservation was released before it was paid. */
public record CancelledPayment(Terms terms) implements Payment {}
