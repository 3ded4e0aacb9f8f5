package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.concert.domain.Section;
import dev.frontrow.edge.FieldProblem;
import dev.frontrow.edge.Given;
import dev.frontrow.edge.InvalidRequest;
import dev.frontrow.edge.PlainText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes note of what is wrong with a merge patch by itself, whatever it is applied to. For one thread. */
final class PatchErrors {

    private static final String NOT_NULL = "must not be null";

    private final List<FieldProblem> errors = new ArrayList<>();

    /** What can't be removed. */
    void notNull(String field, Given<?> given) {
        rule(field, !given.isNull(), NOT_NULL);
    }

    /** What has to be there. */
    void required(String field, boolean isThere) {
        rule(field, isThere, NOT_NULL);
    }

    /** A text that people see. */
    void text(String field, Given<String> given, int lengthMax) {
        notNull(field, given);
        rule(
                field,
                given.value() == null || PlainText.fits(given.value(), lengthMax),
                Checked.Rules.textRule(lengthMax));
    }

    /** A time of a schedule. */
    void instant(String field, Given<Instant> given) {
        notNull(field, given);
        rule(
                field,
                given.value() == null || Schedule.isInCalendar(given.value()),
                "must lie in the years 1970 to 9999");
    }

    /** What a seat costs. */
    void price(String field, Given<Long> given) {
        notNull(field, given);
        range(field, given, Section.PRICE_MIN, Section.PRICE_MAX);
    }

    /** A number that has bounds. */
    void range(String field, Given<? extends Number> given, long min, long max) {
        var number = given.value();
        rule(field, number == null || number.longValue() >= min, "must be greater than or equal to " + min);
        rule(field, number == null || number.longValue() <= max, "must be less than or equal to " + max);
    }

    /** How long before a start something closes. */
    void closing(String field, Given<Duration> given) {
        rule(field, given.value() == null || RefundTerms.canClose(given.value()), RefundTermsRequest.DURATION_RULE);
    }

    private void rule(String field, boolean kept, String message) {
        if (!kept) {
            errors.add(new FieldProblem(field, message));
        }
    }

    /** Refuses where something is wrong. */
    void refuse() {
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }
}
