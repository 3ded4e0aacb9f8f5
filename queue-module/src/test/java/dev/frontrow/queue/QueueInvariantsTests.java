package dev.frontrow.queue;

import static dev.frontrow.queue.TestQueue.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Invariant;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Each promise is broken, seen, and left as it was. */
@ModuleTest
class QueueInvariantsTests {

    private static final String ONE_LIVE_TOKEN = "one-live-token-per-user";
    private static final String NONE_ABOVE_CAP = "no-admission-above-cap";

    private final AdmitWaiting admit;
    private final GiveUpPlace giveUp;
    private final TestQueue queue;
    private final TransactionTemplate transaction;

    private ConcertId concert;
    private String firstToken;

    QueueInvariantsTests(AdmitWaiting admit, GiveUpPlace giveUp, TestQueue queue, TransactionTemplate transaction) {
        this.admit = admit;
        this.giveUp = giveUp;
        this.queue = queue;
        this.transaction = transaction;
    }

    @BeforeEach
    void admitTwoOfFour() {
        concert = queue.fastLine(2);
        firstToken = queue.tokens(concert, 4).getFirst();
        admit.admit();
    }

    @Test
    void areTwoWithTheNamesOfTheContract() {
        assertThat(queue.invariants()).extracting(Invariant::name).containsExactly(ONE_LIVE_TOKEN, NONE_ABOVE_CAP);
    }

    @Test
    void findNothingWrongWithTheLines() {
        assertThat(queue.violations(ONE_LIVE_TOKEN)).isZero();
        assertThat(queue.violations(NONE_ABOVE_CAP)).isZero();
    }

    @Test
    void findAUserWithTwoLiveTokens() {
        assertThat(violationsAfter(
                        ONE_LIVE_TOKEN,
                        "drop index queue.token_live_by_user",
                        "update queue.token set user_id = 'user-1' where concert_id = :concert and number = 3"))
                .isEqualTo(1);
    }

    @Test
    void findNothingWrongWithAUserWhoseFormerTokenHasEnded() {
        giveUp.giveUp(firstToken, user(1));
        queue.token(user(1), concert);

        assertThat(queue.violations(ONE_LIVE_TOKEN)).isZero();
    }

    @Test
    void findAnAdmissionAboveTheCap() {
        assertThat(violationsAfter(NONE_ABOVE_CAP, """
                update queue.token set status = 'ACTIVE', admitted_at = statement_timestamp(),
                       expires_at = statement_timestamp() + interval '1 minute', changed = pg_current_xact_id()
                 where concert_id = :concert and number = 3
                """)).isEqualTo(1);
    }

    @Test
    void findAStepWhoseOwnAccountIsAboveTheCap() {
        assertThat(violationsAfter(
                        NONE_ABOVE_CAP,
                        "alter table queue.admission drop constraint admission_check2",
                        "update queue.admission set active_after = 3 where concert_id = :concert"))
                .isEqualTo(1);
    }

    @Test
    void areKeptByTheDatabaseFromASecondLiveTokenOfAUser() {
        assertThatThrownBy(() -> violationsAfter(
                        ONE_LIVE_TOKEN,
                        "update queue.token set user_id = 'user-1' where concert_id = :concert and number = 3"))
                .isInstanceOf(DuplicateKeyException.class);
    }

    private long violationsAfter(String invariant, String... tampering) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            for (var statement : tampering) {
                queue.jdbc().sql(statement).param("concert", concert.value()).update();
            }
            return queue.violations(invariant);
        }));
    }
}
