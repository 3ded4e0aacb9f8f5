package dev.frontrow.concert.adapter.out.persistence;

import dev.frontrow.concert.ConcertId;
import java.time.Instant;

/**
 * The place of a concert in the list.
 *
 * @param started whether all its matching schedules have started
 * @param startsAt its next start; its latest one where all have started
 * @param concertId decides between concerts of the same start
 */
record Position(boolean started, Instant startsAt, ConcertId concertId) {}
