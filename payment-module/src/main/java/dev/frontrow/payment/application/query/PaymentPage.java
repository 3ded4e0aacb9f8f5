package dev.frontrow.payment.application.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a user's payments, newest first.
 *
 * @param next where the next part begins; null if there is none
 */
public record PaymentPage(
        List<PaymentView> payments, @Nullable Long next) {}
