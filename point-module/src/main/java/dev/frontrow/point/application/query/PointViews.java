package dev.frontrow.point.application.query;

import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.UserId;

/** What users can see of their own account. */
public interface PointViews {

    /** What is on the account; nothing for a user never seen. */
    BalanceView balance(UserId userId);

    /** A page of what changed the balance, newest first; each {@code balanceAfter} follows from the one before it. */
    Page<PointTransactionView> transactions(UserId userId, PageRequest request);
}
