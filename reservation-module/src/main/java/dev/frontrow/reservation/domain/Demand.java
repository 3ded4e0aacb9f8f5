package dev.frontrow.reservation.domain;

import java.util.List;
import java.util.OptionalInt;

/**
 * How many seats of a schedule are free, and what is waited for. While a wish fits, all free seats are kept for those who
 * wait, and nobody else can have one.
 *
 * @param sections each section once
 */
public record Demand(List<OfSection> sections) {

    public Demand {
        sections = List.copyOf(sections);
    }

    /** Whether a wish fits into what is free. */
    public boolean isMet() {
        return sections.stream().anyMatch(OfSection::isMet);
    }

    /** Whether as many seats as are wished for can be had by anybody now, side by side or not. */
    public boolean leaves(SeatWish wish) {
        return !isMet()
                && sections.stream()
                                .filter(section -> wish.takes(section.name()))
                                .mapToInt(OfSection::free)
                                .sum()
                        >= wish.seats();
    }

    /**
     * One section.
     *
     * @param free how many of its seats are free
     * @param smallestWish how many seats the smallest wish is for that takes seats of this section, if there is one
     */
    public record OfSection(String name, int free, OptionalInt smallestWish) {

        private boolean isMet() {
            return smallestWish.isPresent() && smallestWish.getAsInt() <= free;
        }
    }
}
