package dev.frontrow.reservation.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How seats are held, and what is kept of it.
 *
 * @param holdTtl how long a reservation can be paid; a second to a year
 * @param offerTtl how long what was offered to somebody on a waiting list can be paid, at most until the sale closes; a second to
 *     a year
 * @param voidRetention how long a reservation that nobody paid is kept after its hold, and with it its payment and the key that it
 *     was made with; a day to ten years
 * @param maxSeats how many seats, held or paid, a user may have of one schedule where the concert does not say; 1 to 100
 */
@ConfigurationProperties("frontrow.reservation")
@Validated
record ReservationProperties(
        @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(days = 365)
        Duration holdTtl,

        @DefaultValue("30m") @DurationMin(seconds = 1) @DurationMax(days = 365)
        Duration offerTtl,

        @DefaultValue("90d") @DurationMin(days = 1) @DurationMax(days = 3_650)
        Duration voidRetention,

        @DefaultValue("4") @Min(1) @Max(100) int maxSeats) {}
