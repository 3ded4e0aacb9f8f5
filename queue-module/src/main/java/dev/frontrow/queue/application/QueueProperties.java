package dev.frontrow.queue.application;

import dev.frontrow.queue.domain.PollPace;
import dev.frontrow.queue.domain.TokenSigner;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the line is set up.
 *
 * @param signingKeys keys of the queue tokens, at least 32 bytes each; the first signs, all verify; the same on all
 *     instances; {@code generated} stands for the one that is generated and kept in the database, which signs if there are none
 *     and verifies in any case
 * @param maxActive how many may be active at once, unless an admin says otherwise
 * @param admissionsPerSecond how many are admitted a second, unless an admin says otherwise
 * @param maxWaiting how many may wait at one concert
 * @param activeTtl life of an active token
 * @param noShowAfter when an admitted token ends that is never used
 * @param abandonedAfter when a waiting token ends that nobody asks about
 * @param admissionInterval how often the line moves
 * @param maxStreams open event streams of an instance; fewer where they would take more than a fifth of the heap
 * @param followInterval how often an instance reads what the others did
 * @param reconcileInterval how often it reads everything
 * @param sweepInterval how often what is over is tidied up
 * @param endedRetention how long an ended token is kept
 * @param closedRetention how long a line is followed and measured after its last sale has closed
 * @param joinTimeout how long a request to join waits to be written
 * @param joiningMax how many requests to join may wait at once in an instance
 * @param joinBatchSizeMax how many of them are written in one transaction
 * @param joinWriters how many transactions of joins are under way at once in an instance, for different concerts; one more for a
 *     concert that somebody's lock holds up
 */
@ConfigurationProperties("frontrow.queue")
@Validated
public record QueueProperties(
        @DefaultValue List<String> signingKeys,
        @DefaultValue("1000") @Min(0) int maxActive,
        @DefaultValue("100") @Min(0) int admissionsPerSecond,
        @DefaultValue("1000000") @Min(0) int maxWaiting,
        @DefaultValue("10m") Duration activeTtl,
        @DefaultValue("2m") Duration noShowAfter,
        @DefaultValue("10m") Duration abandonedAfter,
        @DefaultValue("1s") Duration admissionInterval,
        @DefaultValue("5000") @Min(0) int maxStreams,
        @DefaultValue("500ms") Duration followInterval,
        @DefaultValue("5m") Duration reconcileInterval,
        @DefaultValue("1s") Duration sweepInterval,
        @DefaultValue("15m") Duration endedRetention,
        @DefaultValue("1h") Duration closedRetention,
        @DefaultValue("2s") Duration joinTimeout,
        @DefaultValue("10000") @Min(1) int joiningMax,
        @DefaultValue("500") @Min(1) int joinBatchSizeMax,
        @DefaultValue("2") @Min(1) int joinWriters) {

    /** Stands for the key that is generated and kept in the database. */
    static final String GENERATED_KEY = "generated";

    private static final Duration DURATION_MAX = Duration.ofDays(365);
    private static final Duration PRESENCE_INTERVAL_MIN = Duration.ofMillis(100);

    public QueueProperties {
        signingKeys = List.copyOf(signingKeys);
        for (var key : signingKeys) {
            int bytes = key.getBytes(StandardCharsets.UTF_8).length;
            if (bytes < TokenSigner.KEY_BYTES_MIN && !key.equals(GENERATED_KEY)) {
                throw new IllegalArgumentException("frontrow.queue.signing-keys must have at least "
                        + TokenSigner.KEY_BYTES_MIN + " bytes each, or be \"" + GENERATED_KEY + "\"; one has " + bytes);
            }
        }
        positive("active-ttl", activeTtl);
        positive("no-show-after", noShowAfter);
        positive("abandoned-after", abandonedAfter);
        positive("admission-interval", admissionInterval);
        positive("follow-interval", followInterval);
        positive("reconcile-interval", reconcileInterval);
        positive("sweep-interval", sweepInterval);
        positive("ended-retention", endedRetention);
        positive("closed-retention", closedRetention);
        positive("join-timeout", joinTimeout);
    }

    /** How often an instance writes down who it has heard of: ten times in the time after which silence counts. */
    public Duration presenceInterval() {
        var tenth = abandonedAfter.dividedBy(10);
        return tenth.compareTo(PRESENCE_INTERVAL_MIN) < 0 ? PRESENCE_INTERVAL_MIN : tenth;
    }

    /** How often clients are told to ask, so that nobody who keeps to it counts as gone. */
    public PollPace pollPace() {
        return PollPace.within(abandonedAfter);
    }

    @Override
    public String toString() {
        return "QueueProperties[" + signingKeys.size() + " signing keys]";
    }

    private static void positive(String name, Duration duration) {
        if (duration.compareTo(DURATION_MAX) > 0) {
            throw new IllegalArgumentException(
                    "frontrow.queue." + name + " must be " + DURATION_MAX.toDays() + " days at most, not " + duration);
        }
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "frontrow.queue." + name + " must be a millisecond at least, not " + duration);
        }
    }
}
