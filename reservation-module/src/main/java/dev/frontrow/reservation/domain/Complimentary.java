package dev.frontrow.reservation.domain;

import dev.frontrow.edge.UserId;

/**
 * That a reservation was given for nothing.
 *
 * @param givenBy the organiser
 */
public record Complimentary(UserId givenBy, Reason reason) {}
