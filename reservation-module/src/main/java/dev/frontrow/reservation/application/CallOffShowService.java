package dev.frontrow.reservation.application;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ShowCancellations;
import dev.frontrow.reservation.application.port.in.CallOffShow;
import dev.frontrow.reservation.domain.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CallOffShowService implements CallOffShow {

    private final ShowCancellations shows;

    CallOffShowService(ShowCancellations shows) {
        this.shows = shows;
    }

    @Override
    @Transactional
    public void callOff(ScheduleId scheduleId, Reason reason) {
        shows.cancel(scheduleId, reason.value()); // this module hears of it, as the others do
    }
}
