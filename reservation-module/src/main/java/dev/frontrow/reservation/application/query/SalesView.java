package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ScheduleId;
import java.time.Instant;
import java.util.List;

/**
 * How a schedule sells, as an organiser sees it.
 *
 * @param asOf the instant at which it was so
 * @param sections in the order of the layout
 */
public record SalesView(ScheduleId scheduleId, Instant asOf, List<SectionSales> sections) {

    public SalesView {
        sections = List.copyOf(sections);
    }

    /** All sections together. */
    public SalesFigures total() {
        return sections.stream().map(SectionSales::figures).reduce(SalesFigures.NONE, SalesFigures::plus);
    }

    /** How a section sells. */
    public record SectionSales(String name, SalesFigures figures) {

        /** The same where what is free is kept for those who wait: it is held. */
        public SectionSales keptForOthers() {
            return new SectionSales(name, figures.keptForOthers());
        }
    }
}
