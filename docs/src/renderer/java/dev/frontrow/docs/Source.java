package dev.frontrow.docs;

import java.nio.file.Path;

/**
 * A Markdown file of the repository and where its page is in the site.
 *
 * @param path relative to the repository, with {@code /}
 * @param target relative to the site, with {@code /}
 */
record Source(String path, String target) {

    static Source of(String path) {
        return new Source(path, target(path));
    }

    private static String target(String path) {
        if (path.equals("README.md")) {
            return "readme/frontrow.html";
        }
        if (!path.startsWith("docs/")) {
            return "readme/" + Path.of(path).resolveSibling("").getFileName() + ".html";
        }
        var below = path.substring("docs/".length());
        return below.endsWith("README.md")
                ? below.substring(0, below.length() - "README.md".length()) + "index.html"
                : below.substring(0, below.length() - ".md".length()) + ".html";
    }

    /** What {@code link}, as it is written in this file, names in the repository; {@code ""} for the repository itself. */
    String resolve(String link) {
        var resolved = Path.of("/" + path).resolveSibling(link).normalize().toString();
        return resolved.substring(1).replace('\\', '/');
    }

    /** The way from this page to another file of the site. */
    String wayTo(String otherTarget) {
        var here = Path.of("/" + target).resolveSibling("");
        return here.relativize(Path.of("/" + otherTarget)).toString().replace('\\', '/');
    }
}
