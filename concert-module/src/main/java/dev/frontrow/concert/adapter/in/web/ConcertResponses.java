package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.application.query.ConcertPage;
import dev.frontrow.concert.application.query.ConcertView;
import dev.frontrow.concert.application.query.ScheduleView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Shows concerts to clients, with the date and the time that is on the posters. */
@Mapper(config = ConcertMapping.class)
abstract class ConcertResponses {

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");

    ConcertListResponse list(ConcertPage page) {
        return new ConcertListResponse(
                page.concerts().stream().map(this::concert).toList(), cursor(page));
    }

    ConcertResponse concert(ConcertView concert) {
        return concert(concert, concert.timeZone());
    }

    abstract ConcertResponse concert(ConcertView concert, @Context ZoneId there);

    @Mapping(target = "localDate", source = "startsAt")
    @Mapping(target = "localTime", source = "startsAt")
    abstract ScheduleResponse schedule(ScheduleView schedule, @Context ZoneId there);

    String text(ConcertId id) {
        return id.toString();
    }

    String text(ScheduleId id) {
        return id.toString();
    }

    String text(ZoneId zone) {
        return zone.getId();
    }

    LocalDate date(Instant instant, @Context ZoneId there) {
        return LocalDate.ofInstant(instant, there);
    }

    String timeOfDay(Instant instant, @Context ZoneId there) {
        return TIME_OF_DAY.format(instant.atZone(there));
    }

    private static @Nullable String cursor(ConcertPage page) {
        var last = page.last();
        return last == null ? null : new Cursor(last).toString();
    }
}
