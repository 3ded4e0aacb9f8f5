package dev.frontrow.concert.adapter.in.web;

import static dev.frontrow.concert.adapter.in.web.Organiser.CONCERT;
import static dev.frontrow.concert.adapter.in.web.Organiser.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.SeatsStandIn;
import dev.frontrow.concert.StoredConcerts;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Publishing, once under a key, and what is there afterwards. */
@ModuleTest
class PublishingConcertsTests {

    private final MockMvcTester http;
    private final StoredConcerts stored;
    private final SeatsStandIn seats;
    private final Organiser organiser;

    PublishingConcertsTests(MockMvcTester http, StoredConcerts stored, SeatsStandIn seats, Organiser organiser) {
        this.http = http;
        this.stored = stored;
        this.seats = seats;
        this.organiser = organiser;
    }

    @BeforeEach
    void noConcert() {
        stored.clear();
        seats.forget();
    }

    @AfterEach
    void nobodyReacts() {
        seats.forget();
    }

    @Test
    void publishesAConcertAndShowsItWhole() throws Exception {
        var answer = organiser.publish(CONCERT);

        assertThat(answer)
                .hasStatus(201)
                .hasContentType(MediaType.APPLICATION_JSON)
                .hasHeader("Cache-Control", "no-cache")
                .hasHeader("ETag", "\"1\"");
        var json = assertThat(answer).bodyJson();
        json.extractingPath("$.title").isEqualTo("Paper Lanterns");
        json.extractingPath("$.schedules[0].startsAt").isEqualTo("2026-12-24T10:00:00Z");
        json.extractingPath("$.schedules[0].localDate").isEqualTo("2026-12-24");
        json.extractingPath("$.schedules[0].localTime").isEqualTo("19:00");
        json.extractingPath("$.schedules[0].salesCloseAt").isEqualTo("2026-12-24T09:00:00Z");
        json.extractingPath("$.schedules[0].seatCount").isEqualTo(50);
        json.extractingPath("$.schedules[0].lowestPrice").isEqualTo(80000);
        var location = Objects.requireNonNull(answer.getResponse().getHeader("Location"));
        assertThat(location).matches("/api/v1/concerts/[0-9a-f-]{36}");
        json.extractingPath("$.hidden").isEqualTo(false);
        json.extractingPath("$.schedules[0].sections").asArray().hasSize(1);
        json.extractingPath("$.schedules[0].sections[0].seatCount").isEqualTo(50);
        assertThat(http.get().uri(location.replace("/api/v1/", "/api/v1/admin/")))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(answer.getResponse().getContentAsString());
        assertThat(http.get().uri(location))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("Paper Lanterns");
        assertThat(seats.heard())
                .singleElement()
                .satisfies(opened ->
                        assertThat(location).endsWith(opened.concertId().toString()));
    }

    @Test
    void isInTheListAtOnceAlsoForThoseWhoHaveJustLooked() {
        assertThat(http.get().uri("/api/v1/concerts?sale=all"))
                .bodyJson()
                .extractingPath("$.items[?(@.title == 'Never Heard Before')]")
                .asArray()
                .isEmpty();

        assertThat(organiser.publish(CONCERT.replace("Paper Lanterns", "Never Heard Before")))
                .hasStatus(201);

        assertThat(http.get().uri("/api/v1/concerts?sale=all"))
                .bodyJson()
                .extractingPath("$.items[?(@.title == 'Never Heard Before')]")
                .asArray()
                .hasSize(1);
    }

    @Test
    void takesAndAnswersJsonAlone() {
        assertThat(http.post()
                        .uri("/api/v1/admin/concerts")
                        .principal(() -> "the-admin")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(CONCERT))
                .hasStatus(415);
        assertThat(http.post()
                        .uri("/api/v1/admin/concerts")
                        .principal(() -> "the-admin")
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.APPLICATION_XML)
                        .content(CONCERT))
                .hasStatus(406);
        assertThat(stored.count()).isZero();
    }

    @Test
    void publishesNothingWhereTheSeatsCanNotBeWritten() {
        seats.reactBy(event -> {
            throw new IllegalStateException("no room for these seats");
        });

        assertThat(organiser.publish(CONCERT)).hasStatus(500);

        assertThat(stored.count()).isZero();
    }

    @Test
    void publishesOnceUnderAKeyAndAnswersAsItWasThen() throws Exception {
        var first = organiser.publish(CONCERT, "ann", "a-key");
        var location = Objects.requireNonNull(first.getResponse().getHeader("Location"));
        assertThat(http.patch()
                        .uri(location.replace("/api/v1/", "/api/v1/admin/"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("If-Match", "*")
                        .content("{\"title\":\"Changed\"}"))
                .hasStatusOk();

        var again = organiser.publish(CONCERT.replace(",", ", "), "ann", "a-key");

        assertThat(first).hasStatus(201).doesNotContainHeader("Idempotency-Replayed");
        assertThat(again)
                .hasStatus(201)
                .hasHeader("Idempotency-Replayed", "true")
                .hasHeader("Location", location)
                .hasHeader("ETag", "\"1\"")
                .bodyJson()
                .isStrictlyEqualTo(first.getResponse().getContentAsString());
        assertThat(stored.count()).isEqualTo(1);
        assertThat(seats.heard()).hasSize(1);
        assertThat(organiser.publish(CONCERT, "bob", "a-key"))
                .hasStatus(201)
                .doesNotContainHeader("Idempotency-Replayed");
        assertThat(organiser.publish(CONCERT, "ann", "b-key"))
                .hasStatus(201)
                .doesNotContainHeader("Idempotency-Replayed");
        assertThat(stored.count()).isEqualTo(3);
    }

    @Test
    void repeatsWhatWasAnsweredBeforeThereWereTerms() throws Exception {
        var first = organiser.publish(CONCERT, "ann", "a-key");
        stored.keepAnswersWithoutTerms();

        assertThat(organiser.publish(CONCERT, "ann", "a-key"))
                .hasStatus(201)
                .hasHeader("Idempotency-Replayed", "true")
                .hasHeader("ETag", "\"1\"")
                .bodyJson()
                .isStrictlyEqualTo(first.getResponse().getContentAsString());
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherConcert() {
        assertThat(organiser.publish(CONCERT, "ann", "a-key")).hasStatus(201);

        for (var other : List.of(
                CONCERT.replace("Paper Lanterns", "Brass Lanterns"),
                CONCERT.replace("\"price\":80000", "\"price\":80001"),
                CONCERT.replace("\"timeZone\"", "\"hidden\":true,\"timeZone\""))) {
            assertThat(organiser.publish(other, "ann", "a-key"))
                    .hasStatus(422)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("idempotency-key-reused");
        }
        assertThat(stored.count()).isEqualTo(1);
    }

    @Test
    void freesTheKeyOfARequestThatWasRefused() {
        seats.reactBy(event -> {
            throw new IllegalStateException("no room for these seats");
        });
        assertThat(organiser.publish(CONCERT, "ann", "a-key")).hasStatus(500);
        seats.forget();

        assertThat(organiser.publish(CONCERT.replace("Paper Lanterns", "Brass Lanterns"), "ann", "a-key"))
                .hasStatus(201)
                .doesNotContainHeader("Idempotency-Replayed");
    }

    @Test
    void publishesOnceForTwinsThatComeAtTheSameTime() {
        var answers = AtOnce.times(4, () -> organiser.publish(CONCERT, "ann", "a-key"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(201));
        assertThat(answers.stream()
                        .map(answer -> answer.getResponse().getHeader("Location"))
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.getResponse().getHeader("Idempotency-Replayed") == null))
                .hasSize(1);
        assertThat(stored.count()).isEqualTo(1);
    }
}
