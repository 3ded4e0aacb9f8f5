package dev.frontrow.app.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a page is told of how people log in, and whom it may ask for it. */
class LoginTests {

    private static final LoginProperties NONE =
            new LoginProperties(null, "", Set.of("openid"), Set.of("openid", "admin"), Map.of());
    private static final LoginProperties PROVIDER = new LoginProperties(
            "pages",
            "https://id.example.org:8443/realm",
            Set.of("openid"),
            Set.of("admin"),
            Map.of("audience", "the \"shop\""));

    @Test
    void isByAnyNameInDemoMode() {
        assertThat(Login.of(PROVIDER, true)).isEqualTo(new Login("{\"demo\":true}", null));
    }

    @Test
    void isNotPossibleWhereThePagesHaveNoNameAtTheProvider() {
        assertThat(Login.of(NONE, false)).isEqualTo(new Login("{}", null));
    }

    @Test
    void isAtTheProvider() {
        var login = Login.of(PROVIDER, false);

        assertThat(login.origin()).isEqualTo("https://id.example.org:8443");
        assertThat(login.settings())
                .contains("\"issuer\":\"https://id.example.org:8443/realm\"", "\"operatorScopes\":\"admin\"");
        assertThat(login.attribute()).doesNotContain("\"").contains("the \\&quot;shop\\&quot;");
    }

    @Test
    void needsAProvider() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LoginProperties("pages", "", Set.of(), Set.of(), Map.of()))
                .withMessageContaining("frontrow.login.issuer-uri");
    }

    @Test
    void letsThePageAskTheProvidersOriginAlone() throws IOException {
        var assets = new Assets();

        assertThat(Page.of("{{login}}", assets, Login.of(PROVIDER, false)).policy())
                .contains(
                        "connect-src 'self' https://id.example.org:8443;",
                        "form-action 'self' https://id.example.org:8443;");
        assertThat(Page.of("{{login}}", assets, Login.of(NONE, false)).policy())
                .contains("connect-src 'self';", "form-action 'none';");
    }
}
