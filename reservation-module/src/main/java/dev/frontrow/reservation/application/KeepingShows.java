package dev.frontrow.reservation.application;

import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.FieldProblem;
import dev.frontrow.reservation.application.port.out.Shows;
import java.util.List;
import org.springframework.stereotype.Component;

/** Organisers change what is on sale of a show as long as it takes place. */
@Component
class KeepingShows {

    private final Shows shows;

    KeepingShows(Shows shows) {
        this.shows = shows;
    }

    /** Has the show be as it is, cancelled or not, until the transaction ends; before its seats are locked. */
    void keep(ScheduleId scheduleId) {
        shows.keep(List.of(scheduleId));
    }

    /** Refuses where the show, which is kept, is cancelled. */
    void checkTakesPlace(ScheduleId scheduleId) {
        if (shows.isCancelled(scheduleId)) {
            throw new ChangeNotAllowed(List.of(new FieldProblem("scheduleId", "the schedule is cancelled")));
        }
    }
}
