package dev.frontrow.concert.domain;

import dev.frontrow.concert.RefundTerms;
import dev.frontrow.edge.Given;
import java.time.Duration;

/** What an admin wants to be different in refund terms; what is not named stays, and what is null is as usual. */
public record RefundTermsChange(Given<Duration> closesBeforeStart, Given<Integer> feePercent) {

    RefundTerms of(RefundTerms terms) {
        var usual = RefundTerms.IN_FULL_UNTIL_START;
        return new RefundTerms(
                closesBeforeStart.isNull()
                        ? usual.closesBeforeStart()
                        : closesBeforeStart.or(terms.closesBeforeStart()),
                feePercent.isNull() ? usual.feePercent() : feePercent.or(terms.feePercent()));
    }
}
