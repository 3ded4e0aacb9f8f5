package dev.frontrow.point.adapter.in.web;

/** What point's refusals look like, for the contract's readers. */
final class ProblemExamples {

    static final String IDEMPOTENCY_KEY_REQUIRED = """
            {"type":"/problems/idempotency-key-required","title":"Idempotency key required","status":400,
             "detail":"A charge needs an Idempotency-Key.",
             "instance":"/api/v1/points/charges","code":"idempotency-key-required"}""";

    static final String IDEMPOTENCY_KEY_REUSED = """
            {"type":"/problems/idempotency-key-reused","title":"Idempotency key reused","status":422,
             "detail":"The key 7b0e was used for a charge of 200000 points, not 300000.",
             "instance":"/api/v1/points/charges","code":"idempotency-key-reused"}""";

    static final String CHARGE_LIMIT_EXCEEDED = """
            {"type":"/problems/charge-limit-exceeded","title":"Charge limit exceeded","status":422,
             "detail":"A charge is of at most 1000000 points, not 2000000.",
             "instance":"/api/v1/points/charges","code":"charge-limit-exceeded","limit":1000000}""";

    static final String BALANCE_LIMIT_EXCEEDED = """
            {"type":"/problems/balance-limit-exceeded","title":"Balance limit exceeded","status":422,
             "detail":"The account holds 99900000 points and may hold 100000000 at most, so 200000 can't be charged.",
             "instance":"/api/v1/points/charges","code":"balance-limit-exceeded","limit":100000000,"balance":99900000}""";

    private ProblemExamples() {}
}
