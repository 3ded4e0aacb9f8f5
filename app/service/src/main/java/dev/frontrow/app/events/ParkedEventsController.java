package dev.frontrow.app.events;

import dev.frontrow.edge.Identifier;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows an admin the event publications that failed too often, and tries them again. */
@RestController
@RequestMapping(path = "/api/v1/admin/parked-events", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Admin")
class ParkedEventsController {

    private final EventPublications publications;

    ParkedEventsController(EventPublications publications) {
        this.publications = publications;
    }

    @GetMapping
    @Operation(
            operationId = "listParkedEvents",
            summary = "List parked events",
            description = "Events whose delivery failed too often, the latest parked first.")
    Page<ParkedEvent> list(PageRequest page) {
        return publications.parked(page);
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "retryParkedEvent",
            summary = "Deliver a parked event again",
            description = "The event is tried again within seconds, and parked again if it fails too often.")
    @ApiResponse(responseCode = "202", description = "Taken; it is delivered within seconds", content = @Content)
    @Refuses(EventNotFound.class)
    void retry(@PathVariable String id) {
        if (!publications.unpark(Identifier.uuid(id))) {
            throw new EventNotFound();
        }
    }
}
