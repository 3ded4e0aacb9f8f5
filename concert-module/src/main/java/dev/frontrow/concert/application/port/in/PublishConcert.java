package dev.frontrow.concert.application.port.in;

import dev.frontrow.concert.domain.Concert;

/** Puts a concert with all its schedules on sale. */
public interface PublishConcert {

    /**
     * Keeps the concert and tells of each of its schedules by {@link dev.frontrow.concert.ScheduleOpened}, in one
     * transaction: who listens may veto, and then there is no concert.
     */
    void publish(Concert concert);
}
