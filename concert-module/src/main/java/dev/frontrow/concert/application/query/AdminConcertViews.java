package dev.frontrow.concert.application.query;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.domain.UsedKey;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.Version;
import java.util.Optional;

/** Shows admins the concerts, hidden ones too, as they are right now. Each question is one SQL statement. */
public interface AdminConcertViews {

    /** A concert with all its schedules, or nothing where there is no such concert. */
    Optional<Versioned> find(ConcertId id);

    /** The concert that a schedule is of, which there is. */
    Versioned findBySchedule(ScheduleId id);

    /** What was answered to the request that was done under a key. */
    Versioned answered(UsedKey key);

    /** Concerts as everybody's list has them, and those that are hidden among them. */
    Page<AdminConcertView> page(SaleFilter sale, PageRequest request);

    /** A concert, and which version of it this is. */
    record Versioned(AdminConcertView concert, Version version) {}
}
