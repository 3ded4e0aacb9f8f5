/**
 * What is on sale, and when: concerts, their schedules and the layout of their seats.
 *
 * <p>Knows no other module. Others ask {@link dev.frontrow.concert.ConcertSales} whether something is on sale, and hear
 * of a new schedule by {@link dev.frontrow.concert.ScheduleOpened}.
 */
@ApplicationModule(
        displayName = "Concert",
        allowedDependencies = {})
@NullMarked
package dev.frontrow.concert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
