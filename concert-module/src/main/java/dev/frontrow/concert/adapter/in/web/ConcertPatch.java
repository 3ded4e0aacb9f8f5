package dev.frontrow.concert.adapter.in.web;

import static java.util.Objects.requireNonNull;

import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.concert.domain.Concert;
import dev.frontrow.concert.domain.ConcertChange;
import dev.frontrow.concert.domain.RefundTermsChange;
import dev.frontrow.concert.domain.ScheduleChange;
import dev.frontrow.concert.domain.ScheduleChange.SectionChange;
import dev.frontrow.edge.Given;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an admin wants to be different in a concert. */
@Schema(
        name = "ConcertPatch",
        description =
                "A JSON Merge Patch (RFC 7386): what is not named stays, and only `seatsPerUserMax` and `refundTerms` can be"
                        + " null: as usual. What is shown of a concert may be named as it is; never different are `id`, `timeZone`"
                        + " and what follows from the rest.")
record ConcertPatch(
        @Schema(implementation = String.class, description = "Never another one")
        Given<String> id,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = Concert.TEXT_LENGTH_MAX,
                example = "Paper Lanterns")
        Given<String> title,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = Concert.TEXT_LENGTH_MAX,
                example = "Quiet Harbour Quartet")
        Given<String> performer,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = Concert.TEXT_LENGTH_MAX,
                example = "Maple Lane Hall")
        Given<String> venue,

        @Schema(implementation = String.class, description = "Never another one", example = "Asia/Seoul")
        Given<String> timeZone,

        @Schema(
                implementation = Boolean.class,
                description = "Whether it is not there for anybody but admins",
                example = "false")
        Given<Boolean> hidden,

        @Schema(
                implementation = Integer.class,
                description = "For reservations made from then on; null is the service's setting",
                nullable = true,
                minimum = "1",
                maximum = "100",
                example = "4")
        Given<Integer> seatsPerUserMax,

        @Schema(
                implementation = RefundTermsPatch.class,
                description = "For reservations made from then on; null is all, until the start",
                nullable = true)
        Given<RefundTermsPatch> refundTerms,

        @Schema(
                implementation = SchedulePatch[].class,
                description = "Those in which something is different; the others stay")
        Given<List<@Nullable SchedulePatch>> schedules) {

    /** @throws dev.frontrow.edge.InvalidRequest if it could not be a change of any concert */
    ConcertChange toChange() {
        var errors = new PatchErrors();
        errors.text("title", title, Concert.TEXT_LENGTH_MAX);
        errors.text("performer", performer, Concert.TEXT_LENGTH_MAX);
        errors.text("venue", venue, Concert.TEXT_LENGTH_MAX);
        errors.notNull("id", id);
        errors.notNull("timeZone", timeZone);
        errors.notNull("hidden", hidden);
        errors.range("seatsPerUserMax", seatsPerUserMax, 1, ScheduleSale.SEATS_PER_USER_LIMIT);
        if (refundTerms.value() != null) {
            refundTerms.value().check(errors);
        }
        errors.notNull("schedules", schedules);
        var patches = schedules.or(List.of());
        for (int i = 0; i < patches.size(); i++) {
            var patch = patches.get(i);
            errors.required("schedules[" + i + "]", patch != null);
            if (patch != null) {
                patch.check("schedules[" + i + "].", errors);
            }
        }
        errors.refuse();
        return new ConcertChange(
                title,
                performer,
                venue,
                hidden,
                seatsPerUserMax,
                new Given<>(refundTerms.isNamed(), RefundTermsPatch.change(refundTerms.value())),
                named(Map.of("id", id, "timeZone", timeZone)),
                patches.stream().map(SchedulePatch::change).toList());
    }

    /** The members that were there, by their names. */
    private static Map<String, @Nullable Object> named(Map<String, Given<?>> members) {
        var named = new HashMap<String, @Nullable Object>();
        members.forEach((name, given) -> {
            if (given.isNamed()) {
                named.put(name, given.value());
            }
        });
        return named;
    }

    /** What is to be different in refund terms. */
    @Schema(name = "RefundTermsPatch", description = "What is not named stays; null is as usual.")
    record RefundTermsPatch(
            @Schema(
                    type = "string",
                    format = "duration",
                    description = RefundTermsRequest.CLOSES_BEFORE_START,
                    nullable = true,
                    example = "PT24H")
            Given<Duration> closesBeforeStart,

            @Schema(
                    implementation = Integer.class,
                    description = RefundTermsRequest.FEE_PERCENT,
                    nullable = true,
                    minimum = "0",
                    maximum = "100",
                    example = "10")
            Given<Integer> feePercent) {

        private void check(PatchErrors errors) {
            errors.closing("refundTerms.closesBeforeStart", closesBeforeStart);
            errors.range("refundTerms.feePercent", feePercent, 0, RefundTerms.FEE_PERCENT_MAX);
        }

        private static @Nullable RefundTermsChange change(@Nullable RefundTermsPatch patch) {
            return patch == null ? null : new RefundTermsChange(patch.closesBeforeStart, patch.feePercent);
        }
    }

    /** What is to be different in a schedule. */
    @Schema(name = "SchedulePatch", description = "Finds its schedule by `id`; what is not named stays.")
    record SchedulePatch(
            @Schema(example = "0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            ScheduleId id,

            @Schema(
                    implementation = Instant.class,
                    description = "Until it has begun, and not into the past",
                    example = "2026-12-24T10:00:00Z")
            Given<Instant> startsAt,

            @Schema(implementation = Instant.class, example = "2026-11-01T01:00:00Z")
            Given<Instant> salesOpenAt,

            @Schema(implementation = Instant.class, example = "2026-12-24T09:00:00Z")
            Given<Instant> salesCloseAt,

            @Schema(
                    implementation = SectionPatch[].class,
                    description = "Those in which something is different; the others stay")
            Given<List<@Nullable SectionPatch>> sections,

            @Schema(implementation = String.class, description = "Follows from `startsAt`")
            Given<String> localDate,

            @Schema(implementation = String.class, description = "Follows from `startsAt`")
            Given<String> localTime,

            @Schema(implementation = Instant.class, description = "Follows from `startsAt`")
            Given<Instant> movedFrom,

            @Schema(
                    implementation = CancellationPatch.class,
                    description = "Follows from the operation that cancels a show")
            Given<CancellationPatch> cancellation,

            @Schema(implementation = String.class, description = "Follows from the sale's times")
            Given<String> saleStatus,

            @Schema(implementation = Integer.class, description = "Follows from the sections")
            Given<Integer> seatCount,

            @Schema(implementation = Long.class, description = "Follows from the sections")
            Given<Long> lowestPrice) {

        private void check(String path, PatchErrors errors) {
            errors.required(path + "id", id != null);
            errors.instant(path + "startsAt", startsAt);
            errors.instant(path + "salesOpenAt", salesOpenAt);
            errors.instant(path + "salesCloseAt", salesCloseAt);
            errors.notNull(path + "sections", sections);
            errors.notNull(path + "localDate", localDate);
            errors.notNull(path + "localTime", localTime);
            errors.notNull(path + "saleStatus", saleStatus);
            errors.notNull(path + "seatCount", seatCount);
            errors.notNull(path + "lowestPrice", lowestPrice);
            var patches = sections.or(List.of());
            for (int i = 0; i < patches.size(); i++) {
                var patch = patches.get(i);
                errors.required(path + "sections[" + i + "]", patch != null);
                if (patch != null) {
                    patch.check(path + "sections[" + i + "].", errors);
                }
            }
        }

        private static ScheduleChange change(@Nullable SchedulePatch patch) {
            var given = requireNonNull(patch);
            return new ScheduleChange(
                    requireNonNull(given.id),
                    given.startsAt,
                    given.salesOpenAt,
                    given.salesCloseAt,
                    named(Map.of(
                            "localDate", given.localDate,
                            "localTime", given.localTime,
                            "movedFrom", given.movedFrom,
                            "cancellation", given.cancellation.map(CancellationPatch::members),
                            "saleStatus", given.saleStatus,
                            "seatCount", given.seatCount,
                            "lowestPrice", given.lowestPrice)),
                    given.sections.or(List.of()).stream()
                            .map(SectionPatch::change)
                            .toList());
        }
    }

    /** A cancellation, which can be named as it is. */
    @Schema(name = "CancellationPatch", description = "Never another one.")
    record CancellationPatch(
            @Nullable String reason, @Nullable Instant at) {

        private Map<String, @Nullable Object> members() {
            var members = new HashMap<String, @Nullable Object>();
            members.put("reason", reason);
            members.put("at", at);
            return members;
        }
    }

    /** What is to be different in a section. */
    @Schema(name = "SectionPatch", description = "Finds its section by `name`; what is not named stays.")
    record SectionPatch(
            @Schema(example = "A", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Schema(
                    implementation = Long.class,
                    description = "Points a seat, for whoever reserves from now on",
                    minimum = "0",
                    maximum = "100000000",
                    example = "90000")
            Given<Long> price,

            @Schema(implementation = Integer.class, description = "Never another one")
            Given<Integer> seatCount) {

        private void check(String path, PatchErrors errors) {
            errors.required(path + "name", name != null);
            errors.price(path + "price", price);
            errors.notNull(path + "seatCount", seatCount);
        }

        private static SectionChange change(@Nullable SectionPatch patch) {
            var given = requireNonNull(patch);
            return new SectionChange(
                    requireNonNull(given.name), given.price, named(Map.of("seatCount", given.seatCount)));
        }
    }
}
