package dev.frontrow.app.security;

import dev.frontrow.edge.UserId;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Refuses a token whose {@code sub} can't be the id of a user of ours, whoever signed it. */
@Component
class SubjectValidator implements OAuth2TokenValidator<Jwt> {

    private static final OAuth2Error REFUSED =
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "sub is missing or not a user id", null);

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var subject = token.getSubject();
        return subject != null && UserId.isWellFormed(subject)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(REFUSED);
    }
}
