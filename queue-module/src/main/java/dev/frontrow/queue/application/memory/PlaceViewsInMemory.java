package dev.frontrow.queue.application.memory;

import static java.util.Objects.requireNonNull;

import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.query.Place;
import dev.frontrow.queue.application.query.Place.Status;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.Line;
import dev.frontrow.queue.domain.PollPace;
import dev.frontrow.queue.domain.TokenClaims;
import dev.frontrow.queue.domain.TokenSigner;
import dev.frontrow.queue.domain.TokenState.Active;
import dev.frontrow.queue.domain.TokenState.Ended;
import dev.frontrow.queue.domain.TokenState.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers where a token stands, from memory. */
@Service
class PlaceViewsInMemory implements PlaceViews {

    private final TokenSigner signer;
    private final Lines lines;
    private final AnnouncedSeats seats;
    private final DatabaseClock clock;
    private final PollPace pace;

    PlaceViewsInMemory(
            TokenSigner signer, Lines lines, AnnouncedSeats seats, DatabaseClock clock, QueueProperties properties) {
        this.signer = signer;
        this.lines = lines;
        this.seats = seats;
        this.clock = clock;
        this.pace = properties.pollPace();
    }

    @Override
    public Place current(@Nullable String token) {
        var claims = signer.read(token);
        return of(claims, requireNonNull(token));
    }

    private Place of(TokenClaims claims, String token) {
        var id = claims.id();
        var line = lines.of(id.concertId());
        boolean paused = isPaused(line);
        var now = clock.now();
        return switch (line.look(id.number(), now)) {
            case Waiting _ -> {
                line.hear(id.number());
                long position = line.position(id.number());
                yield new Place(
                        token,
                        id.concertId(),
                        Status.WAITING,
                        position,
                        estimatedWaitSeconds(line, position, paused),
                        paused,
                        pace.waiting(position),
                        claims.issuedAt(),
                        null,
                        null,
                        seats.of(id.concertId(), now));
            }
            case Active(var expiresAt, var _) ->
                new Place(
                        token,
                        id.concertId(),
                        Status.ACTIVE,
                        null,
                        null,
                        paused,
                        pace.active(),
                        claims.issuedAt(),
                        expiresAt,
                        null,
                        seats.of(id.concertId(), now));
            case Ended(var reason) ->
                new Place(
                        token,
                        id.concertId(),
                        Status.EXPIRED,
                        null,
                        null,
                        paused,
                        pace.ended(),
                        claims.issuedAt(),
                        null,
                        reason,
                        null);
        };
    }

    private static boolean isPaused(Line line) {
        var terms = line.terms();
        return terms != null && terms.settings().paused();
    }

    private static @Nullable Long estimatedWaitSeconds(Line line, long position, boolean paused) {
        var rate = line.admissionsPerSecond();
        return paused || rate.isEmpty() ? null : (Long) (long) Math.ceil(position / rate.getAsDouble());
    }
}
