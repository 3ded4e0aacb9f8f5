package dev.frontrow.payment.application.port.out;

/** Counts what becomes of payments. What a transaction counts shows once it has committed, and never otherwise. */
public interface PaymentCounts {

    void completed(int payments);

    void refunded();
}
