package dev.frontrow.queue.adapter.in.schedule;

import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.port.in.RecordPresence;
import dev.frontrow.queue.application.port.in.SweepLines;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * When the line's jobs run, on every instance. Registered here rather than by annotations, since one interval is a tenth
 * of a setting.
 */
@Component
class QueueSchedule implements SchedulingConfigurer {

    private final AdmitWaiting admit;
    private final FollowLines follow;
    private final SweepLines sweep;
    private final RecordPresence presence;
    private final QueueProperties properties;

    QueueSchedule(
            AdmitWaiting admit,
            FollowLines follow,
            SweepLines sweep,
            RecordPresence presence,
            QueueProperties properties) {
        this.admit = admit;
        this.follow = follow;
        this.sweep = sweep;
        this.presence = presence;
        this.properties = properties;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        var admission = properties.admissionInterval();
        registrar.addFixedRateTask(
                new FixedRateTask(new Job("Admitting who is next", admit::admit), admission, admission));
        var following = properties.followInterval();
        registrar.addFixedDelayTask(
                new FixedDelayTask(new Job("Following the lines", follow::follow), following, following));
        var reconciling = properties.reconcileInterval();
        registrar.addFixedDelayTask(
                new FixedDelayTask(new Job("Reading the lines as a whole", follow::readAll), reconciling, reconciling));
        var sweeping = properties.sweepInterval();
        registrar.addFixedDelayTask(
                new FixedDelayTask(new Job("Sweeping ended tokens", sweep::sweep), sweeping, sweeping));
        var presences = properties.presenceInterval();
        registrar.addFixedDelayTask(
                new FixedDelayTask(new Job("Recording who is there", presence::record), presences, presences));
    }

    /** A job under the name by which the log tells of it. */
    private record Job(String name, Runnable work) implements Runnable {

        @Override
        public void run() {
            work.run();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
