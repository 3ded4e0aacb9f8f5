package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.app.OwnPostgres;
import dev.frontrow.app.SeparateService;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The waiting list of a sold-out schedule whose seats become free at random moments, while instances are killed. */
@EnabledIf(value = "dev.frontrow.app.faults.Instances#arePossible", disabledReason = Instances.WHAT_IT_NEEDS)
class OfferFaults {

    private static final Duration FREED_WITHIN = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final int OFFERS = 15;
    private static final int KILLED = 2;

    /** Two seconds by the contract, and some for a machine that works hard and has just lost an instance. */
    private static final Duration OFFERED_WITHIN = Duration.ofSeconds(5);

    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void goInTheOrderOfTheListToThoseWhoseWishFitsAndToNobodyElse() throws Exception {
        var tally = new Tally();
        try (var instances = Instances.start(
                        POSTGRES,
                        directory,
                        3,
                        SeparateService::ofTheseClasses,
                        "--frontrow.reservation.hold-ttl=90s",
                        "--frontrow.reservation.offer-ttl=10s",
                        "--frontrow.queue.admission-interval=100ms",
                        "--frontrow.queue.admissions-per-second=1000",
                        "--frontrow.queue.no-show-after=10m");
                var show = SoldOutShow.of(instances.organiser(KILLED), instances.shop, tally);
                var waiters = Waiters.of(show, instances.shop, instances.database(), tally)) {
            var history = new OfferHistory(instances.database(), show.concert.scheduleId());
            waiters.act();
            show.free(FREED_WITHIN);
            for (var i = 0; i < KILLED; i++) {
                waiters.awaitOffers(OFFERS);
                instances.kill(i);
            }
            for (var i = 0; i < KILLED; i++) {
                instances.startAgain(i, SeparateService::ofTheseClasses);
            }
            await().atMost(LIMIT).until(() -> history.arePaid(show.freeInTheEnd()));

            waiters.check();
            var longest = history.check(waiters.all(), show.freed());
            System.out.printf(
                    "%d seats freed, %d offers, %d instances killed: the latest offer came after %d ms; %s%n",
                    show.freeInTheEnd().size(), waiters.offers(), KILLED, longest.toMillis(), tally);
            assertThat(longest).isLessThanOrEqualTo(OFFERED_WITHIN);
            instances.check();
        }
    }
}
