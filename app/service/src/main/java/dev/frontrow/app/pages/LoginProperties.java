package dev.frontrow.app.pages;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * How people log in on the pages at the identity provider, of which the pages are a public client. Outside demo mode nobody can
 * without a client id, and the pages say so.
 *
 * @param clientId by which the provider knows the pages
 * @param issuerUri the provider, whose origin alone the pages may call besides the service; by default that of the access tokens
 * @param scopes what the booking page asks for
 * @param operatorScopes what the operator's page asks for
 * @param parameters what else the provider wants to be told when somebody logs in, such as {@code audience}
 */
@ConfigurationProperties("frontrow.login")
record LoginProperties(
        @Nullable String clientId,
        @DefaultValue("") String issuerUri,
        @DefaultValue("openid") Set<String> scopes,
        @DefaultValue({"openid", "admin"}) Set<String> operatorScopes,
        @DefaultValue Map<String, String> parameters) {

    LoginProperties {
        if (StringUtils.hasText(clientId) && !isPublicAddress(URI.create(issuerUri))) {
            throw new IllegalArgumentException(
                    "frontrow.login.client-id needs frontrow.login.issuer-uri, the address of the identity provider");
        }
    }

    /** Everybody who opens a page reads it. */
    private static boolean isPublicAddress(URI address) {
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    }

    boolean isPossible() {
        return StringUtils.hasText(clientId);
    }
}
