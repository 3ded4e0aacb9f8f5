package dev.frontrow.app.ratelimit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one user, and one network address, may ask of an instance.
 *
 * @param enabled whether anybody is limited at all
 * @param userPerSecond requests a second that a user may go on sending
 * @param userBurst requests that a user may send at once after a pause
 * @param addressPerSecond requests a second that an address may go on sending; many users may share one
 * @param addressBurst requests that an address may send at once after a pause
 * @param addressConnections connections that an address may have open at once; a further one is closed. Trusted proxies have as
 *     many as they need
 */
@ConfigurationProperties("frontrow.rate-limit")
@Validated
record RateLimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("50") @Min(1) @Max(1_000_000) int userPerSecond,
        @DefaultValue("200") @Min(1) @Max(1_000_000) int userBurst,
        @DefaultValue("500") @Min(1) @Max(1_000_000) int addressPerSecond,
        @DefaultValue("2000") @Min(1) @Max(1_000_000) int addressBurst,
        @DefaultValue("1024") @Min(1) @Max(1_000_000) int addressConnections) {}
