package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertNotFound;
import dev.frontrow.concert.application.query.ConcertView;
import dev.frontrow.concert.application.query.SaleFilter;
import dev.frontrow.edge.OpenToAll;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.Refuses;
import dev.frontrow.edge.SharedAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/concerts", produces = MediaType.APPLICATION_JSON_VALUE)
@OpenToAll
@Tag(name = "Concerts", description = "What is on sale, and when. Open to all.")
class ConcertController {

    /** What a list's parameter of that name means. */
    static final String SALE = "`open`: on sale now; `upcoming`: their sale opens later; `all`: all of them.";

    private final RenderedConcerts concerts;

    ConcertController(RenderedConcerts concerts) {
        this.concerts = concerts;
    }

    @GetMapping
    @Operation(operationId = "listConcerts", summary = "List concerts", description = """
            Concerts with a schedule that matches `sale`, each with those schedules alone, ordered by their next start. \
            Concerts whose schedules have all started come last, the latest first.""")
    SharedAnswer<Page<ConcertView>> concerts(
            @Parameter(
                            description = SALE,
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"open", "upcoming", "all"},
                                            defaultValue = "open"))
                    @RequestParam(required = false)
                    @Nullable
                    SaleFilter sale,
            PageRequest page) {
        return concerts.page(sale == null ? SaleFilter.of("open") : sale, page);
    }

    @GetMapping("/{concertId}")
    @Operation(
            operationId = "getConcert",
            summary = "Get a concert",
            description = "A concert with all its schedules, ordered by their start.")
    @Refuses(ConcertNotFound.class)
    SharedAnswer<ConcertView> concert(@PathVariable ConcertId concertId) {
        return concerts.concert(concertId).orElseThrow(ConcertNotFound::new);
    }
}
