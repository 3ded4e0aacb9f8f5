package dev.frontrow.reservation.application.query;

/**
 * How many seats a section has, and how many of them can be had.
 *
 * @param price of a seat, in points
 */
public record SectionView(String name, long price, int total, int available) {}
