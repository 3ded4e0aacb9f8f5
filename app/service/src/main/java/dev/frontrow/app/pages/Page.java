package dev.frontrow.app.pages;

import dev.frontrow.edge.SharedBytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A page as it is sent: its HTML, and what a browser may load for it.
 *
 * @param policy the content security policy: scripts and styles of the service alone, and the one import map that is in the HTML
 */
record Page(SharedBytes html, String policy) {

    static final String TYPE = "text/html;charset=UTF-8";

    /** Fills in what only the running service knows. */
    static Page of(String template, Assets assets, boolean demo) {
        var importMap = assets.importMap();
        var html = template.replace("{{assets}}", assets.base())
                .replace("{{import-map}}", importMap)
                .replace("{{demo}}", Boolean.toString(demo));
        return new Page(SharedBytes.of(html.getBytes(StandardCharsets.UTF_8)), policy(importMap));
    }

    private static String policy(String importMap) {
        return "default-src 'none'; script-src 'self' 'sha256-" + sha256(importMap) + "'; style-src 'self';"
                + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                + " require-trusted-types-for 'script'; trusted-types lit-html";
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
