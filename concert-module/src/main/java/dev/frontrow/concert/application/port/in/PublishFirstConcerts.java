package dev.frontrow.concert.application.port.in;

import dev.frontrow.concert.domain.Concert;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Publishes the concerts that a service without any begins with. */
public interface PublishFirstConcerts {

    /**
     * Publishes the whole programme, or nothing where there is a concert already.
     *
     * <p>However many instances ask at once, the programme is published once; who comes second does not wait.
     *
     * @param programme the concerts, given the database's time
     * @return what was published; empty where there was nothing to do
     */
    List<Concert> publish(Function<Instant, List<Concert>> programme);
}
