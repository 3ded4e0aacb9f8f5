package dev.frontrow.reservation.application.port.in;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.domain.EndOfHold;
import dev.frontrow.reservation.domain.Hold;
import java.util.Collection;
import java.util.List;

/** Tidies up holds that nobody paid in time. Nothing waits for it: a hold past its time is over, swept or not. */
public interface ExpireHolds {

    /** Some of the holds that are over and not tidied up, of which the ends come after another's, in their order. */
    List<Hold> over(EndOfHold other);

    /**
     * Expires the holds of these payments that are over, all or none, passing by those that somebody is at work on; tells how
     * many. Any number may run at once.
     */
    int expire(Collection<PaymentId> payments);
}
