package dev.frontrow.app.security.demo;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.OpenToAll;
import dev.frontrow.edge.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets anybody be anybody, and the people at this very machine be admins too. */
@RestController
@RequestMapping(path = DemoLogin.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@OpenToAll
@ConditionalOnBooleanProperty("frontrow.demo.enabled")
@Tag(name = "Demo", description = "Only in demo mode")
public class DemoLogin {

    /** The one address that takes no notice of an access token. */
    public static final String PATH = "/api/v1/demo/login";

    private final DemoTokens tokens;

    DemoLogin(DemoTokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "demoLogin",
            summary = "Get an access token for any user",
            description = "Nobody's password is asked for: this is a demo. An admin's token is given to requests from"
                    + " the service's own machine alone.")
    @Refuses(general = GeneralProblem.FORBIDDEN)
    DemoLoginResponse login(@Valid @RequestBody DemoLoginRequest login, HttpServletRequest request) {
        if (login.wantsAdmin() && !Caller.isOnThisMachine(request)) {
            throw new ResponseStatusException(GeneralProblem.FORBIDDEN.status());
        }
        return DemoLoginResponse.bearer(tokens.issue(login.userId(), login.wantsAdmin()), DemoTokens.VALIDITY);
    }
}
