package dev.frontrow.payment;

/**
 * A payment whose points are deducted.
 *
 * @param balance what is on the account after it
 */
public record DeductedPayment(PaymentDue due, Points balance) {}
