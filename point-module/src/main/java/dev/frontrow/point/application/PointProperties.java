package dev.frontrow.point.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits on charging, in points. Both stay where every client's number is exact.
 *
 * @param maxCharge what one charge may have at most
 * @param maxBalance what an account may hold at most after a charge; refunds go beyond
 */
@ConfigurationProperties("frontrow.point")
@Validated
record PointProperties(
        @DefaultValue("1000000") @Min(1) @Max(1_000_000_000_000_000L)
        long maxCharge,

        @DefaultValue("100000000") @Min(1) @Max(1_000_000_000_000_000L)
        long maxBalance) {}
