package dev.frontrow.point.application.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the changes of a balance, newest first.
 *
 * @param next where the next part begins; null if there is none
 */
public record PointTransactionPage(
        List<PointTransactionView> transactions, @Nullable Long next) {}
