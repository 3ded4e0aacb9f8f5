package dev.frontrow.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which schemas there are and whose they are, as the changelogs of the project create them. */
public final class Schemas {

    private static final Pattern CREATED = Pattern.compile("(?im)^\\s*create schema (?:if not exists )?\"?(\\w+)\"?");
    private static final String NAME = "\"?(\\w+)\"?\\s*\\.\\s*\"?([A-Za-z_]\\w*)";
    private static final Pattern TABLE = Pattern.compile("(?i)\\b(?:from|join|into|update|table|only|using|references"
            + "|truncate|lock|call|exists|sequence|view|index|function|nextval\\s*\\(\\s*')\\s*" + NAME);
    private static final Pattern ANOTHER_TABLE = Pattern.compile("(?is)\\bfrom\\b.*?,\\s*" + NAME
            + "\"?\\s+(?!from|as|where|order|group|limit|and|or|is|not|in|on|union|for|asc|desc)[a-z]");
    private static final Pattern ALONE = Pattern.compile("\\s*" + NAME + "\"?\\s*");
    private static final Pattern SEARCH_PATH = Pattern.compile("(?i)\\bsearch_path\\b");
    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");

    /** The folder of the owner, by schema. */
    private final Map<String, Path> owners = new HashMap<>();

    private Schemas() {}

    public static Schemas of(Path project) {
        var schemas = new Schemas();
        Project.artifacts(project)
                .forEach(folder -> changelogs(folder)
                        .forEach(changelog -> CREATED.matcher(read(changelog))
                                .results()
                                .forEach(created -> schemas.add(created.group(1), folder))));
        return schemas;
    }

    private void add(String schema, Path folder) {
        var other = owners.put(schema.toLowerCase(Locale.ROOT), folder);
        if (other != null && !other.equals(folder)) {
            throw new IllegalStateException("schema " + schema + " is created by " + other + " and by " + folder);
        }
    }

    /** The names of all schemas. */
    public Set<String> names() {
        return owners.keySet();
    }

    /**
     * The tables in a text that are of a schema of somebody else than {@code folder}.
     *
     * @param isSql whether it stands where SQL is put together, so that a name alone is a table's too
     */
    Stream<String> foreign(Path folder, String text, boolean isSql) {
        var named = Stream.of(TABLE, ANOTHER_TABLE)
                .flatMap(pattern -> pattern.matcher(text).results());
        var alone = ALONE.matcher(text);
        return Stream.concat(
                Stream.concat(named, isSql && alone.matches() ? Stream.of(alone.toMatchResult()) : Stream.of())
                        .filter(name -> isForeign(folder, name.group(1).toLowerCase(Locale.ROOT)))
                        .map(name -> name.group(1) + "." + name.group(2)),
                isSql && SEARCH_PATH.matcher(text).find() ? Stream.of("tables by search_path") : Stream.of());
    }

    private boolean isForeign(Path folder, String schema) {
        return owners.containsKey(schema) && !folder.equals(owners.get(schema));
    }

    /** The same in the changelogs of that folder, which has to create a schema. */
    Stream<String> foreignInChangelogs(Path folder) {
        return Stream.concat(
                owners.containsValue(folder) ? Stream.of() : Stream.of(folder.getFileName() + " creates no schema"),
                changelogs(folder)
                        .flatMap(changelog -> foreign(
                                        folder, COMMENT.matcher(read(changelog)).replaceAll(""), false)
                                .map(table -> changelog.getFileName() + " names " + table)));
    }

    private static Stream<Path> changelogs(Path folder) {
        var directory = folder.resolve("src/main/resources/db/changelog");
        if (!Files.isDirectory(directory)) {
            return Stream.of();
        }
        try (var files = Files.walk(directory)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(sql|xml|ya?ml|json)"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
