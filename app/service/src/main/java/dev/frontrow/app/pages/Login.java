package dev.frontrow.app.pages;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page is told of how people log in: by any name, at an identity provider, or not here.
 *
 * @param settings as JSON, of which {@code shared/api.js} reads them
 * @param origin of the identity provider, if there is one to log in at
 */
record Login(String settings, @Nullable String origin) {

    static Login of(LoginProperties properties, boolean demo) {
        if (demo) {
            return new Login(json(Map.of("demo", true)), null);
        }
        return properties.isPossible() ? atProvider(properties) : new Login(json(Map.of()), null);
    }

    private static Login atProvider(LoginProperties properties) {
        var issuer = URI.create(properties.issuerUri());
        var settings = Map.of(
                "issuer", properties.issuerUri(),
                "clientId", requireNonNull(properties.clientId()),
                "scopes", String.join(" ", properties.scopes()),
                "operatorScopes", String.join(" ", properties.operatorScopes()),
                "parameters", properties.parameters());
        return new Login(json(settings), issuer.getScheme() + "://" + issuer.getRawAuthority());
    }

    /** As the value of an attribute. */
    String attribute() {
        return HtmlUtils.htmlEscape(settings);
    }

    private static String json(Map<String, ?> settings) {
        return JsonMapper.shared().writeValueAsString(settings);
    }
}
