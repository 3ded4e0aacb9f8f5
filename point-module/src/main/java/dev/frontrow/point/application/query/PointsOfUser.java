package dev.frontrow.point.application.query;

/** What users can see of their own account. */
public interface PointsOfUser {

    /** Points on the account; 0 for a user never seen. */
    long balance(String userId);

    /**
     * A page of what changed the balance, newest first; each {@code balanceAfter} follows from the one before it.
     *
     * @param before where the page begins, as {@link PointTransactionPage#next} had it; {@link Long#MAX_VALUE} for the
     *     first one
     * @param limit how many at most, from 1
     */
    PointTransactionPage transactions(String userId, long before, int limit);
}
