package dev.frontrow.concert.application.query;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.domain.SaleStatus;
import java.time.Instant;

/** A schedule and where its sale stands. The lowest price is in points. */
public record ScheduleView(
        ScheduleId id,
        Instant startsAt,
        Instant salesOpenAt,
        Instant salesCloseAt,
        SaleStatus saleStatus,
        int seatCount,
        long lowestPrice) {}
