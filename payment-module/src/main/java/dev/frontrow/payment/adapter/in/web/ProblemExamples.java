package dev.frontrow.payment.adapter.in.web;

/** What payment's refusals look like, for the contract's readers. */
final class ProblemExamples {

    static final String PAYMENT_NOT_FOUND = """
            {"type":"/problems/payment-not-found","title":"Payment not found","status":404,
             "detail":"You have no payment 3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11.",
             "instance":"/api/v1/payments/3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11","code":"payment-not-found"}""";

    static final String RESERVATION_EXPIRED = """
            {"type":"/problems/reservation-expired","title":"Reservation expired","status":409,
             "detail":"Payment 3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11 was not paid in time; its reservation has expired.",
             "instance":"/api/v1/payments/3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11/pay","code":"reservation-expired"}""";

    static final String PAYMENT_CANCELLED = """
            {"type":"/problems/payment-cancelled","title":"Payment cancelled","status":409,
             "detail":"Payment 3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11 is cancelled: its reservation was released.",
             "instance":"/api/v1/payments/3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11/pay","code":"payment-cancelled"}""";

    static final String INSUFFICIENT_POINTS = """
            {"type":"/problems/insufficient-points","title":"Insufficient points","status":402,
             "detail":"The payment takes 160000 points, and there are 40000.",
             "instance":"/api/v1/payments/3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11/pay","code":"insufficient-points",
             "required":160000,"balance":40000}""";

    private ProblemExamples() {}
}
