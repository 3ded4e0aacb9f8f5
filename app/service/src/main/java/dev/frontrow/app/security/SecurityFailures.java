package dev.frontrow.app.security;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.KnownFailures;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;

/** A request that the firewall rejects is the client's fault; an identity provider that is away is nobody's who asks. */
@Component
class SecurityFailures implements KnownFailures {

    @Override
    public Optional<GeneralProblem> problemOf(Throwable failure) {
        return switch (failure) {
            case RequestRejectedException _ -> Optional.of(GeneralProblem.INVALID_REQUEST);
            case AuthenticationServiceException _, JwtDecoderInitializationException _ ->
                Optional.of(GeneralProblem.UNAVAILABLE);
            default -> Optional.empty();
        };
    }
}
