package dev.frontrow.payment.domain;

/** A payment that was paid and given back. */
public record RefundedPayment(Terms terms) implements Payment {}
