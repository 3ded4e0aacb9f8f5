package dev.frontrow.queue.application.memory;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.SecondInstance;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.query.Place;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.Line;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An instance beside the first one: what it follows, and what it answers from its memory. */
record OtherInstance(ConfigurableApplicationContext application) implements AutoCloseable {

    static OtherInstance start(ApplicationContext first, String... properties) {
        return new OtherInstance(SecondInstance.start(first, properties));
    }

    void follow() {
        bean(FollowLines.class).follow();
    }

    void readAll() {
        bean(FollowLines.class).readAll();
    }

    Place current(String token) {
        return bean(PlaceViews.class).current(token);
    }

    List<ConcertId> followed() {
        return bean(Lines.class).all().stream().map(Line::concertId).toList();
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    @Override
    public void close() {
        application.close();
    }
}
