package dev.frontrow.app.benchmark;

/** What has become of the users of a rush, as they know it themselves. Counted by the one thread that they all are on. */
final class RushCounts {

    int walkedAway;
    int gaveUp;
    int letIn;
    int neverCame;
    int wentHome;
    int held;
    int didNotPay;
    int paid;
    int left;
}
