package dev.frontrow.concert;

import java.time.Instant;

/** When one schedule is on sale, and when it starts. */
public record ScheduleSale(ScheduleId scheduleId, ConcertId concertId, SaleWindow window, Instant startsAt) {}
