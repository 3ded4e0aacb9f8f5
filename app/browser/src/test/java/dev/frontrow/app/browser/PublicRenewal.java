package dev.frontrow.app.browser;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Lets a client that has no secret renew its tokens, which Spring's authorization server does not by itself. */
record PublicRenewal(RegisteredClientRepository clients) implements AuthenticationProvider {

    private static final Map<String, Object> RENEWAL =
            Map.of(OAuth2ParameterNames.GRANT_TYPE, AuthorizationGrantType.REFRESH_TOKEN.getValue());

    /** The client that asks for it, or null where something else is asked. */
    static Authentication asked(HttpServletRequest request) {
        return AuthorizationGrantType.REFRESH_TOKEN
                        .getValue()
                        .equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE))
                ? new OAuth2ClientAuthenticationToken(
                        request.getParameter(OAuth2ParameterNames.CLIENT_ID),
                        ClientAuthenticationMethod.NONE,
                        null,
                        RENEWAL)
                : null;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var client = (OAuth2ClientAuthenticationToken) asked;
        if (!client.getAdditionalParameters().equals(RENEWAL)) {
            return null;
        }
        return new OAuth2ClientAuthenticationToken(
                clients.findByClientId(client.getName()), ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
