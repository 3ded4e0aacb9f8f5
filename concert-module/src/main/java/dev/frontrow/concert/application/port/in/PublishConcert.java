package dev.frontrow.concert.application.port.in;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.domain.Section;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Puts a concert with all its schedules on sale. */
public interface PublishConcert {

    /**
     * Keeps the concert and tells of each of its schedules by {@link dev.frontrow.concert.ScheduleOpened}, in one
     * transaction: who listens may veto, and then there is no concert.
     *
     * @return the id it was given
     * @throws IllegalArgumentException where it breaks a rule of {@link dev.frontrow.concert.domain.Concert}
     */
    ConcertId publish(NewConcert concert);

    /** A concert as somebody wants it: the domain's concert, without ids. */
    record NewConcert(String title, String performer, String venue, ZoneId timeZone, List<NewSchedule> schedules) {

        public NewConcert {
            schedules = List.copyOf(schedules);
        }
    }

    /** One evening of it. Instants in whole microseconds. */
    record NewSchedule(Instant startsAt, SaleWindow window, List<Section> sections) {

        public NewSchedule {
            sections = List.copyOf(sections);
        }
    }
}
