package dev.frontrow.app.integrity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells an admin whether what the service promises holds. */
@RestController
@RequestMapping("/api/v1/admin/integrity")
@Tag(name = "Admin")
class IntegrityController {

    private final CheckIntegrity integrity;

    IntegrityController(CheckIntegrity integrity) {
        this.integrity = integrity;
    }

    @Operation(
            operationId = "checkIntegrity",
            summary = "Check every invariant",
            description = "Counts the violations of every invariant, from one consistent snapshot of the database.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    IntegrityReport check() {
        return integrity.check();
    }
}
