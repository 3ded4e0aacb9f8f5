package dev.frontrow.app.pages;

import dev.frontrow.edge.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The scripts, styles and texts of all pages, read and compressed once at the start.
 *
 * <p>One hash over all of them is part of each one's address, so a browser keeps what it has for ever and never mixes two
 * versions, and the modules can name one another by relative addresses.
 */
@Component
final class Assets {

    /** Where all of them are served, below the hash. */
    static final String PATH = "/assets/";

    private static final String OWN = "pages/assets/";
    private static final String WEBJARS = "META-INF/resources/webjars/";

    /** The libraries, as far as the pages need them. */
    private static final List<Library> LIBRARIES = List.of(
            new Library("lit-element", "lib/lit-element/", List.of("lit-element.js")),
            new Library("lit__reactive-element", "lib/reactive-element/", List.of("reactive-element.js", "css-tag.js")),
            new Library(
                    "lit-html",
                    "lib/lit-html/",
                    List.of(
                            "lit-html.js",
                            "directive.js",
                            "directive-helpers.js",
                            "directives/live.js",
                            "directives/repeat.js")),
            new Library("uplot", "lib/uplot/", List.of("dist/uPlot.esm.js", "dist/uPlot.min.css")));

    /** What a bare name in a module stands for, below the hash. */
    private static final Map<String, String> MODULES = new TreeMap<>(Map.of(
            "lit", "lib/lit-element/lit-element.js",
            "@lit/reactive-element", "lib/reactive-element/reactive-element.js",
            "lit-html", "lib/lit-html/lit-html.js",
            "lit-html/", "lib/lit-html/",
            "uplot", "lib/uplot/dist/uPlot.esm.js"));

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    private final SortedMap<String, Asset> byName;
    private final String hash;

    Assets() throws IOException {
        var found = new TreeMap<String, Asset>();
        var resources = new PathMatchingResourcePatternResolver(Assets.class.getClassLoader());
        for (var file : resources.getResources("classpath:" + OWN + "**/*.*")) {
            var url = file.getURL().toString();
            var name = url.substring(url.lastIndexOf(OWN) + OWN.length());
            found.put(name, Asset.of(file.getContentAsByteArray(), type(name)));
        }
        for (var library : LIBRARIES) {
            for (var name : library.files) {
                var files = resources.getResources("classpath*:" + WEBJARS + library.webjar + "/*/" + name);
                if (files.length != 1) {
                    throw new IllegalStateException(
                            library.webjar + " has " + files.length + " files " + name + ", not one");
                }
                found.put(library.folder + name, Asset.of(files[0].getContentAsByteArray(), type(name)));
            }
        }
        this.byName = Collections.unmodifiableSortedMap(found);
        this.hash = hash(found);
    }

    /** The one of that address below the context path, if there is one. */
    @Nullable
    Asset at(String path) {
        var prefix = PATH + hash + "/";
        return path.startsWith(prefix) ? byName.get(path.substring(prefix.length())) : null;
    }

    /** Where they are, relative to a page at the top. */
    String base() {
        return "." + PATH + hash + "/";
    }

    /** The import map of a page at the top. */
    String importMap() {
        return MODULES.entrySet().stream()
                .map(module -> "\"%s\":\"%s%s\"".formatted(module.getKey(), base(), module.getValue()))
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    }

    private static String type(String name) {
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("no media type is known for " + name);
        }
        return type;
    }

    private static String hash(SortedMap<String, Asset> files) {
        var all = new StringBuilder();
        files.forEach((name, file) ->
                all.append(name).append(' ').append(file.bytes().fingerprint()).append('\n'));
        return Fingerprint.of(all.toString().getBytes(StandardCharsets.UTF_8)).text();
    }

    /** What a webjar brings, and the folder that it is served in. */
    private record Library(String webjar, String folder, List<String> files) {}
}
