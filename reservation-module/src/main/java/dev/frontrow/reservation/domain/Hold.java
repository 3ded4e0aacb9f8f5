package dev.frontrow.reservation.domain;

import dev.frontrow.payment.PaymentId;

/** Seats that are held until a payment is made, or were. */
public record Hold(PaymentId paymentId, EndOfHold end) {}
