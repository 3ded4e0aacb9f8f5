package dev.frontrow.payment.domain;

/** A payment that was not paid in time, whether or not anybody has tidied it up yet. */
public record ExpiredPayment(Terms terms) implements Payment {}
