package dev.frontrow.app.events;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events are delivered after the commit.
 *
 * @param deliveriesMax listeners that may be under way at once; what does not fit is delivered by the resubmission job
 * @param staleAfter a publication that nobody has concluded for this long counts as failed
 * @param resubmissionInterval pause between two rounds of the resubmission job
 * @param resubmissionBatch publications tried again in one round, at most
 * @param retryDelay pause before the first new try; doubled with each further one, up to five minutes
 * @param attemptsMax tries after the first one, before the publication is parked for an admin
 */
@ConfigurationProperties("frontrow.events")
@Validated
record EventProperties(
        @DefaultValue("5000") @Min(1) @Max(100_000) int deliveriesMax,
        @DefaultValue("10s") Duration staleAfter,
        @DefaultValue("1s") Duration resubmissionInterval,
        @DefaultValue("100") @Min(1) @Max(10_000) int resubmissionBatch,
        @DefaultValue("1s") Duration retryDelay,
        @DefaultValue("10") @Min(0) @Max(30) int attemptsMax) {}
