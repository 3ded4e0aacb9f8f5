package dev.frontrow.app.pages;

import dev.frontrow.edge.SharedBytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is sent: its HTML, and what a browser may load for it.
 *
 * @param policy the content security policy: scripts and styles of the service alone, the one import map that is in the HTML, and
 *     the identity provider as somebody to ask
 */
record Page(SharedBytes html, String policy) {

    static final String TYPE = "text/html;charset=UTF-8";

    /** Fills in what only the running service knows. */
    static Page of(String template, Assets assets, Login login) {
        var importMap = assets.importMap();
        var html = template.replace("{{assets}}", assets.base())
                .replace("{{import-map}}", importMap)
                .replace("{{login}}", login.attribute());
        return new Page(SharedBytes.of(html.getBytes(StandardCharsets.UTF_8)), policy(importMap, login.origin()));
    }

    /** Logging out is a form that is sent to the provider, which leads back here. */
    private static String policy(String importMap, @Nullable String provider) {
        var asked = provider == null ? "" : " " + provider;
        var forms = provider == null ? "'none'" : "'self' " + provider;
        return "default-src 'none'; script-src 'self' 'sha256-" + sha256(importMap) + "'; style-src 'self';"
                + " img-src 'self' data:; connect-src 'self'" + asked + "; base-uri 'none'; form-action " + forms
                + "; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
