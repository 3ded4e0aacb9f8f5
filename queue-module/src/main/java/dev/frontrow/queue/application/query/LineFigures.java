package dev.frontrow.queue.application.query;

import dev.frontrow.concert.ConcertId;

/** A line as its operator sees it: the settings, who is there now, and totals since the line began. */
public record LineFigures(
        ConcertId concertId,
        int maxActive,
        int admissionsPerSecond,
        boolean paused,
        long waiting,
        long active,
        long admittedTotal,
        long expiredTotal,
        long completedTotal) {}
