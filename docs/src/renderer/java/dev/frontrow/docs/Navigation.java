package dev.frontrow.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The way through the site: every page, under what it is about. */
final class Navigation {

    private static final List<String> ARCHITECTURE = List.of(
            "docs/architecture.md",
            "docs/generated/system.md",
            "docs/generated/dependencies.md",
            "docs/generated/rules.md",
            "docs/generated/flows.md",
            "docs/generated/events.md");

    private static final List<String> REFERENCE =
            List.of("docs/generated/rest.md", "docs/generated/problems.md", "docs/generated/settings.md");

    /** Groups that are always open. */
    private static final Set<String> FIRST = Set.of("Start", "Architecture");

    /** Groups that are open only where one is in them, so that the others are on the first screen. */
    private static final Set<String> CLOSED = Set.of("Tables", "Read me", "Decisions");

    /** Groups so far below that others are closed where one is in them. */
    private static final Set<String> LAST = Set.of("Read me", "Decisions");

    private final Map<String, List<Page>> groups = new LinkedHashMap<>();

    Navigation(List<Page> pages) {
        for (var group :
                List.of("Start", "Architecture", "Modules", "Tables", "Reference", "Guides", "Read me", "Decisions")) {
            groups.put(group, new ArrayList<>());
        }
        pages.forEach(page -> groups.computeIfAbsent(group(page.source().path()), none -> new ArrayList<>())
                .add(page));
        groups.values().forEach(group -> group.sort(Comparator.comparing(Navigation::rank)));
    }

    static String group(String path) {
        if (path.equals("docs/README.md")) {
            return "Start";
        }
        if (!path.startsWith("docs/")) {
            return "Read me";
        }
        if (ARCHITECTURE.contains(path)) {
            return "Architecture";
        }
        if (REFERENCE.contains(path)) {
            return "Reference";
        }
        if (path.startsWith("docs/generated/modules/")) {
            return "Modules";
        }
        if (path.startsWith("docs/generated/tables/")) {
            return "Tables";
        }
        return path.startsWith("docs/adr/") ? "Decisions" : "Guides";
    }

    private static String rank(Page page) {
        var path = page.source().path();
        if (ARCHITECTURE.contains(path)) {
            return "" + ARCHITECTURE.indexOf(path);
        }
        if (REFERENCE.contains(path)) {
            return "" + REFERENCE.indexOf(path);
        }
        return path.endsWith("README.md") && path.startsWith("docs/") ? "" : path;
    }

    String html(Page current) {
        var html = new StringBuilder();
        var far = LAST.contains(group(current.source().path()));
        groups.forEach((name, pages) -> {
            if (pages.isEmpty()) {
                return;
            }
            var open = pages.contains(current) || FIRST.contains(name) || !CLOSED.contains(name) && !far;
            html.append("<details%s><summary>%s</summary><ul>\n".formatted(open ? " open" : "", name));
            for (var page : pages) {
                html.append("<li><a href=\"%s\"%s>%s</a></li>\n"
                        .formatted(
                                current.source().wayTo(page.source().target()),
                                page.equals(current) ? " aria-current=\"page\"" : "",
                                Layout.escaped(page.title())));
            }
            html.append("</ul></details>\n");
        });
        return html.toString();
    }
}
